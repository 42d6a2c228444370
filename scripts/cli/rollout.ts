import type { Command } from 'commander'
import type { Run } from './run.ts'

export function addRollout(program: Command, run: Run): void {
  program
    .command('rollout')
    .description('show in which pull requests a change would reach many clusters, wave by wave')
    .usage('-- --set KEY=VALUE --to CLUSTERS --dry-run [options]')
    .requiredOption('--set <change>', 'key=value of cluster.yaml; features+=NAME and features-=NAME add and remove')
    .requiredOption('--to <names...>', "clusters, by name or pattern: 'kanto/**'")
    .option('--waves <waves>', 'wave, region, label:KEY, growing, or counts such as 1,5,25%')
    .requiredOption('--dry-run', 'only show the plan')
    .addHelpText(
      'after',
      `
Without --waves it is rollout.wave of the clusters, or one cluster, then four times as many each time. Clusters whose
rollout.hold has the value are left out. Asks nobody: the plan follows from the files as they are.

Exit codes: 0 planned, or nothing to do, 1 a cluster would have errors, 2 the run could not be finished.

Examples:
  npm run rollout -- --set release=3.2.8 --to 'kanto/**' --dry-run
  npm run rollout -- --set features+=task-hardening --to '**' --waves region --dry-run`,
    )
    .action(options =>
      run(async environment => {
        const { previewRollout } = await import('../commands/rollout.ts')
        return previewRollout(options, environment)
      }),
    )
}
