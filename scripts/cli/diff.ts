import { type Command, Option } from 'commander'
import { diffFormats } from '../report/diff/diff-formats.ts'
import type { Run } from './run.ts'

export function addDiff(program: Command, run: Run): void {
  program
    .command('diff')
    .description('show what a change of the repository changes in the clusters')
    .usage('-- [options]')
    .option('--base <ref>', 'what to compare with (without: the branch that origin has as its main one)')
    .option('--head <ref>', 'the commit to look at (without: the files as they are, committed or not)')
    .addOption(new Option('--format <format>', 'how to report').choices(diffFormats).default('text'))
    .option('--all', 'name every cluster, however many', false)
    .addHelpText(
      'after',
      `
Both sides are rendered and compared object by object, from where they parted. Values of Secrets are never shown.

Exit codes: 0 compared, 1 something does not build, 2 the run could not be finished.

Examples:
  npm run diff                                     what the work tree would change if it were merged
  npm run diff -- --base HEAD~1 --head HEAD        what the last commit changed
  npm run -s diff -- --format markdown             as a comment on a pull request`,
    )
    .action(options =>
      run(async environment => {
        const { diff } = await import('../commands/diff.ts')
        return diff(options, environment)
      }),
    )
}
