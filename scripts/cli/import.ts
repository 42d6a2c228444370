import type { Command } from 'commander'
import type { Run } from './run.ts'

export function addImport(program: Command, run: Run): void {
  program
    .command('import')
    .description(
      'bring a FogFlow installation along: its files become a cluster.yaml each, with a report of what was wrong',
    )
    .usage('-- PATH [options]')
    .argument('<PATH>', "folder of manifests or of a compose file, config.json, or values of FogFlow's chart")
    .option('--name <name>', 'name of the cluster (of the folder of clusters, where PATH has several)')
    .option('--cloud <name>', 'the cluster that is the cloud of an edge')
    .option('--dry-run', 'only report', false)
    .addHelpText(
      'after',
      `
Exit codes: 0 written, 1 the files cannot be imported, 2 the run could not be finished.

Examples:
  npm run import -- ../fogflow/release/3.2               a cloud and an edge, each with config.json and compose file
  npm run import -- ../fogflow/deployment/kubernetes --name kanto
  npm run import -- /etc/fogflow/config.json --name ueno --cloud tokyo`,
    )
    .action((path: string, options) =>
      run(async environment => {
        const { importPath } = await import('../commands/import.ts')
        return importPath(path, options, environment)
      }),
    )
}
