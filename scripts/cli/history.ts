import { type Command, Option } from 'commander'
import { historyFormats } from '../report/history/history-formats.ts'
import type { Run } from './run.ts'

export function addHistory(program: Command, run: Run): void {
  program
    .command('history')
    .description('show what ran where and when, what was taken back, and how often and how fast')
    .usage('-- [CLUSTER] [options]')
    .argument('[CLUSTER]', 'the path below clusters/, or its last part (without: all clusters)')
    .option('--branch <ref>', 'the branch that the engines sync (without: the main one of origin)')
    .option('--since <day>', 'only what was merged from then on: 2026-01-31, or 2026-01-31T12:00 (UTC)')
    .addOption(new Option('--format <format>', 'how to report').choices(historyFormats).default('text'))
    .option('--json', 'the same as --format json')
    .option('--all', 'list every deployment and cluster, however many', false)
    .addHelpText(
      'after',
      `
All of it is read from Git: a commit of the branch that changes base/, overlays/ or clusters/ is a deployment, at the time
when it came onto the branch. One is taken back where a later one says so, as git revert, GitHub and npm run rollback do;
what was mended by going forward is not known to Git. The change failure rate is what was taken back of all changes, the
time to restore that between the two merges.

Exit codes: 0 told, 2 the run could not be finished.

Examples:
  npm run history                                   all deployments, the newest first
  npm run history -- kanto/ueno                     what ran in this cluster
  npm run -s history -- --since 2026-01-01 --json   for another program (schemas/history-report.schema.json)`,
    )
    .action((cluster: string | undefined, { json, ...options }) =>
      run(async environment => {
        const { history } = await import('../commands/history.ts')
        return history(cluster, { ...options, ...(json && { format: 'json' }) }, environment)
      }),
    )
}
