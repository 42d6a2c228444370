import { type Command, Option } from 'commander'
import { statusFormats } from '../rollout/format/status-formats.ts'
import type { Run } from './run.ts'

export function addRollout(program: Command, run: Run): void {
  const rollout = program
    .command('rollout')
    .description('carry a change to many clusters in pull requests, wave by wave')
    .enablePositionalOptions()
    .usage('-- --set KEY=VALUE --to CLUSTERS [options], -- continue, or -- status')
    .option('--set <change>', 'key=value of cluster.yaml; features+=NAME and features-=NAME add and remove')
    .option('--to <names...>', "clusters, by name or pattern: 'kanto/**'")
    .option('--waves <waves>', 'wave, region, label:KEY, growing, or counts such as 1,5,25%')
    .option('--bake <time>', 'how long a merged wave must last before the next (without: 1h)')
    .option('--tolerate <count>', 'how many clusters of a wave may fail in --verify: 2, or 5% (without: 0)')
    .option('--again', 'begin anew what was stopped', false)
    .option('--dry-run', 'only show the plan, from the files as they are; asks nobody', false)
    .addHelpText('after', help)
  addShared(rollout).action((options, command: Command) => {
    const { set, to, dryRun } = options
    if (set === undefined || to === undefined) command.error('error: say what and where: --set KEY=VALUE --to CLUSTERS')
    return run(async environment => {
      if (dryRun) return (await import('../commands/rollout/preview.ts')).previewRollout(options, environment)
      return (await import('../commands/rollout/start.ts')).startRollout(options, environment)
    })
  })
  addShared(rollout.command('continue').description('go on with every rollout that is under way')).action(options =>
    run(async environment => {
      const { continueRollouts } = await import('../commands/rollout/continue.ts')
      return continueRollouts(options, environment)
    }),
  )
  addStatus(rollout, run)
}

function addShared(command: Command): Command {
  return command
    .option('--max-open <count>', 'open none while so many pull requests of rollouts are open', '5')
    .option('--verify <files...>', 'what `npm run -s verify -- --format json` printed: go on only where it is well')
}

function addStatus(rollout: Command, run: Run): void {
  rollout
    .command('status')
    .description('how every rollout stands')
    .addOption(new Option('--format <format>', 'how to report').choices(statusFormats).default('text'))
    .option('--verify <files...>', 'what `npm run -s verify -- --format json` printed')
    .action(options =>
      run(async environment => {
        const { showStatus } = await import('../commands/rollout/status.ts')
        return showStatus(options, environment)
      }),
    )
}

const help = `
Without --waves it is rollout.wave of the clusters, or one cluster, then four times as many each time. Clusters whose
rollout.hold has the value are left out. Each wave is one pull request, opened when the one before is merged, has lasted
for --bake, and the checks of its merge commit are green. Who closes one stops the rollout, as does a rollback. All that
is known of a rollout stands in its pull requests: run it as often as you like.

The token of a GitHub App is read from GITHUB_TOKEN.

Exit codes: 0 done, or nothing to do, 1 something is wrong with a wave, 2 the run could not be finished.

Examples:
  npm run rollout -- --set release=3.2.8 --to 'kanto/**' --dry-run
  npm run rollout -- --set release=3.2.8 --to 'kanto/**' --bake 1d
  npm run rollout -- continue
  npm run rollout -- status`
