import type { Command } from 'commander'
import type { Run } from './run.ts'

export function addReach(program: Command, run: Run): void {
  program
    .command('reach')
    .description('say whether one may call another, by which ports, and which line permits or denies it')
    .usage('-- [options] FROM TO')
    .argument('[FROM]', 'who calls: a name of docs/reachability.md, such as worker, tasks, outside')
    .argument('[TO]', 'who is called')
    .option('--port <number>', 'only this port of the one who is called')
    .option('--cluster <name>', 'only in this cluster (without: in each kind of cluster and overlay that has both)')
    .option('--write', 'write docs/reachability.md anew', false)
    .addHelpText(
      'after',
      `
Between two clusters: write CLUSTER:NAME, such as kanto/shibuya:worker kanto/tokyo:rabbitmq.

Exit codes: 0 it may (or the file is written), 1 it may not, 2 there is no such cluster or name.

Examples:
  npm run reach -- worker rabbitmq
  npm run reach -- tasks discovery --cluster kanto/tokyo
  npm run reach -- outside nginx --port 8080
  npm run reach -- kanto/shibuya:worker kanto/tokyo:rabbitmq
  npm run reach -- --write`,
    )
    .action((from: string | undefined, to: string | undefined, options) =>
      run(async environment => {
        const { reach } = await import('../commands/reach.ts')
        return reach({ from, to, ...options }, environment)
      }),
    )
}
