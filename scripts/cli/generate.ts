import type { Command } from 'commander'
import type { Run } from './run.ts'

export function addGenerate(program: Command, run: Run): void {
  program
    .command('generate')
    .description('write the files that follow from clusters/**/cluster.yaml: overlays, config.json, sync objects')
    .usage('-- [options]')
    .option('--check', 'write nothing; exit 1 and name what is stale', false)
    .option('--cluster <name>', 'only this cluster, such as kanto/shibuya')
    .addHelpText(
      'after',
      `
Exit codes: 0 done (or with --check: all is current), 1 something is wrong or stale, 2 the run could not be finished.

Examples:
  npm run generate                              after any change of a cluster.yaml or defaults.yaml
  npm run generate -- --check                   in CI
  npm run generate -- --cluster kanto/shibuya   one cluster alone`,
    )
    .action(options =>
      run(async environment => {
        const { generate } = await import('../commands/generate.ts')
        return generate(options, environment)
      }),
    )
}
