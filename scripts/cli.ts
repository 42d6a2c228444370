import { fileURLToPath } from 'node:url'
import { Command, CommanderError, Option } from 'commander'
import { CannotFinish } from './model/cannot-finish.ts'
import type { Environment } from './model/environment.ts'

const environment: Environment = {
  root: fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, ''),
  // npm runs a script in the package's folder, and says in INIT_CWD where the user stands.
  cwd: process.env.INIT_CWD ?? process.cwd(),
  isWatched: process.stderr.isTTY === true,
  hasColor: process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
  write: text => void process.stdout.write(text),
  writeError: text => void process.stderr.write(text),
  elapsed: () => performance.now(),
}

const program = new Command('npm run')
  .description('Validates and renders a FogFlow deployment that is kept in Git.')
  .usage('<command> -- [options]')
  .showHelpAfterError('(--help shows what there is)')
  .exitOverride()

program
  .command('validate')
  .description('check kustomizations, plain manifests and config.json files')
  .usage('-- [options] [PATH...]')
  .argument(
    '[PATH...]',
    'kustomization, folder of manifests, manifest or config.json (without: base overlays clusters)',
  )
  .addOption(new Option('--format <format>', 'how to report').choices(['text', 'json']).default('text'))
  .option('--kubernetes <version>', 'version of Kubernetes to check against, such as 1.36')
  .option('--release <release>', 'FogFlow release of a config.json of which no image tells it', '3.2.8')
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
  npm run -s validate -- --format json > report.json     for another program`,
  )
  .action(async (paths: string[], options) => {
    const { validate } = await import('./commands/validate.ts')
    process.exitCode = validate(paths, options, environment)
  })

program
  .command('render')
  .description('print what `kustomize build` prints for a kustomization, byte for byte')
  .usage('-- DIR')
  .argument('<DIR>', 'folder with a kustomization')
  .addHelpText(
    'after',
    `
Exit codes: 0 rendered, 1 the kustomization has errors, 2 the run could not be finished.

Example:
  npm run -s render -- overlays/single-node | kubectl apply --dry-run=server -f -`,
  )
  .action(async (path: string) => {
    const { render } = await import('./commands/render.ts')
    process.exitCode = render(path, environment)
  })

/** What ends a command early: help that was asked for, wrong arguments, a run that cannot be finished, or a bug. */
function fail(error: unknown): void {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2
    return
  }
  process.exitCode = 2
  console.error(error instanceof CannotFinish ? `error: ${error.message}` : describeBug(error))
}

function describeBug(error: unknown): string {
  const { message, stack = message } = error instanceof Error ? error : new Error(String(error))
  if (process.env.DEBUG) return stack
  return `error: this is a bug in fogflow-gitops, please report it: ${message} (DEBUG=1 shows where it happened)`
}

// A reader that has seen enough, such as `head`, closes the pipe: nothing of ours has failed.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
}

// The process ends by itself: process.exit would cut off output that is still on its way into a pipe.
program.parseAsync().catch(fail)
