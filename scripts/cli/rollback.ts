import type { Command } from 'commander'
import type { Run } from './run.ts'

const collect = (value: string, all: readonly string[] = []) => [...all, value]

export function addRollback(program: Command, run: Run): void {
  program
    .command('rollback')
    .description('open a pull request that takes back a commit, a pull request, or the last change of one cluster')
    .usage('-- --commit SHA | --pr N | --cluster NAME [options]')
    .option('--commit <sha>', 'the commit to take back')
    .option('--pr <number>', 'the merged pull request to take back')
    .option('--cluster <name>', 'take back the last change of this cluster, for it alone')
    .option('--only <name>', 'take it back for this cluster alone; may be given several times', collect)
    .option('--reason <text>', 'why, for whoever finds the held value later', 'it was rolled back')
    .option('--base <ref>', 'the branch to merge into (without: the main one of origin)')
    .option('--dry-run', 'show the pull request and open none', false)
    .addHelpText(
      'after',
      `
The reverted files are merged three ways, so that later changes stay; what is generated is generated anew; all of it is
validated and compared with what runs. A conflict, an error, or a change that no revert can undo ends the run. The value
that is taken back gets a rollout.hold: nobody proposes it again until the hold is lifted.

The token of a GitHub App is read from GITHUB_TOKEN.

Exit codes: 0 the pull request is open (or --dry-run would open it), 1 it cannot be rolled back, 2 the run could not be finished.

Examples:
  npm run rollback -- --pr 123 --reason "brokers lose subscriptions"
  npm run rollback -- --commit 1a2b3c4 --only kanto/ueno --dry-run
  npm run rollback -- --cluster kanto/ueno`,
    )
    .action(options =>
      run(async environment => {
        const { rollback } = await import('../commands/rollback.ts')
        return rollback(options, environment)
      }),
    )
}
