import type { Command } from 'commander'
import { formats } from '../report/format.ts'
import type { Run } from './run.ts'

export function addValidate(program: Command, run: Run): void {
  program
    .command('validate')
    .description('check kustomizations, plain manifests and config.json files')
    .usage('-- [options] [PATH...]')
    .argument(
      '[PATH...]',
      'kustomization, folder of manifests, manifest or config.json (without: base overlays clusters)',
    )
    .option('--format <format>', `how to report: ${formats.join(', ')}`, 'text')
    .option('--kubernetes <version>', 'version of Kubernetes to check against, such as 1.36')
    .option('--release <release>', 'FogFlow release of a config.json of which no image tells it', '3.2.8')
    .option(
      '--base <ref>',
      'judge what changes from this commit on, too: what cannot be taken back, or is too much at once',
    )
    .option('--accept <code...>', 'with --base: findings about the change that a person has accepted')
    .option('--all', 'name every kustomization and skipped file, however many', false)
    .addHelpText(
      'after',
      `
Exit codes: 0 nothing is wrong, 1 errors were found, 2 the run could not be finished.

Examples:
  npm run validate                                       all of this repository
  npm run validate -- overlays/single-node               one kustomization
  npm run validate -- ../fogflow/deployment/kubernetes   somebody's plain manifests
  npm run validate -- --release 3.2.8 config.json        a FogFlow config alone
  npm run validate -- --base origin/main                 and what the work tree would do to the clusters that are there
  npm run -s validate -- --format json > report.json     for another program
  npm run -s validate -- --format github                 in a workflow: annotations at the lines of a pull request

Formats: text for people; json (schemas/validate-report.schema.json); sarif 2.1.0 for code scanning and editors; junit for
CI systems; github for the log of a workflow; markdown for a comment on a pull request (at most 65,536 characters).`,
    )
    .action((paths: string[], options) =>
      run(async environment => {
        if (options.base !== undefined || options.accept !== undefined) {
          const { validateChange } = await import('../commands/validate/validate-change.ts')
          return validateChange(paths, options, environment)
        }
        const { validate } = await import('../commands/validate.ts')
        return validate(paths, options, environment)
      }),
    )
}
