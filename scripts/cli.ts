import { Command } from 'commander'

new Command('fogflow-gitops').description('Validates and renders a FogFlow deployment kept in Git').parse()
