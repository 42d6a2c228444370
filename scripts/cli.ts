import { fileURLToPath } from 'node:url'
import { Command, CommanderError, Option } from 'commander'
import { CannotFinish } from './model/cannot-finish.ts'
import type { Environment } from './model/environment.ts'
import { formats } from './report/format.ts'

const environment: Environment = {
  root: fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, ''),
  // npm runs a script in the package's folder, and says in INIT_CWD where the user stands.
  cwd: process.env.INIT_CWD ?? process.cwd(),
  isWatched: process.stderr.isTTY === true,
  webUrl: nameWebUrl(process.env),
  hasColor: process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb',
  write: text => void process.stdout.write(text),
  writeError: text => void process.stderr.write(text),
  readInput: async () => (process.stdin.isTTY ? undefined : readStart(process.stdin)),
  elapsed: () => performance.now(),
}

/** A workflow of GitHub Actions says where it runs; HEAD is the default branch there. */
function nameWebUrl({ GITHUB_SERVER_URL, GITHUB_REPOSITORY }: NodeJS.ProcessEnv): string | undefined {
  const isKnown = GITHUB_SERVER_URL && GITHUB_REPOSITORY
  return isKnown ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/blob/HEAD` : undefined
}

/** The first Ctrl-C asks the command to end; the second one ends it. */
function awaitInterruption(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort())
  return controller.signal
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
  .option('--format <format>', `how to report: ${formats.join(', ')}`, 'text')
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
  npm run -s validate -- --format json > report.json     for another program
  npm run -s validate -- --format github                 in a workflow: annotations at the lines of a pull request

Formats: text for people; json (schemas/validate-report.schema.json); sarif 2.1.0 for code scanning and editors; junit for
CI systems; github for the log of a workflow; markdown for a comment on a pull request (at most 65,536 characters).`,
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

program
  .command('explain')
  .description('say why a field in a cluster has its value: every line that has set it, the last one first')
  .usage('-- CLUSTER RESOURCE FIELD')
  .argument('<CLUSTER>', 'its path below clusters/, such as kanto/shibuya')
  .argument('<RESOURCE>', 'Kind/name, or namespace/Kind/name')
  .argument('<FIELD>', 'such as spec.replicas; it may go on into a config.json')
  .addHelpText(
    'after',
    `
Exit codes: 0 explained, 1 the cluster has errors, 2 there is no such cluster, resource or field.

Examples:
  npm run explain -- kanto/tokyo StatefulSet/broker spec.replicas
  npm run explain -- tokyo Deployment/master 'spec.template.spec.containers.[name=master].image'
  npm run explain -- tokyo ConfigMap/worker-config 'data.config\\.json.worker.capacity'`,
  )
  .action(async (cluster: string, resource: string, field: string) => {
    const { explain } = await import('./commands/explain.ts')
    process.exitCode = explain({ cluster, resource, field }, environment)
  })

program
  .command('secret')
  .description('write the RabbitMQ password of a cloud and its edges, encrypted for each of them')
  .usage('-- --cluster NAME [options]')
  .requiredOption(
    '--cluster <name>',
    'a cloud (it and all its edges get a new password), or one edge (it gets the password that is piped in)',
  )
  .option('--username <name>', 'user name', 'fogflow')
  .option('--stdin', 'take the password of a cloud from standard input too, instead of making one', false)
  .option('--rotate', 'replace the passwords that are there', false)
  .addHelpText(
    'after',
    `
The password is never shown and never written unencrypted. secrets.provider of each cluster.yaml says how it is encrypted.
Exit codes: 0 written, 1 the clusters or their keys have errors, 2 the run could not be finished.

Examples:
  npm run secret -- --cluster tokyo              a new cloud and its edges
  npm run secret -- --cluster tokyo --rotate     a new password for all of them
  kubectl -n fogflow get secret rabbitmq -o 'jsonpath={.data.password}' | base64 -d | npm run -s secret -- --cluster ueno
                                                 one more edge: the password that its cloud has`,
  )
  .action(async options => {
    const { secret } = await import('./commands/secret.ts')
    process.exitCode = await secret(options, environment)
  })

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
  .action(async (path: string, options) => {
    const { importPath } = await import('./commands/import.ts')
    process.exitCode = importPath(path, options, environment)
  })

/** The start of a stream: as much as any password or name, and no more of what never ends. */
async function readStart(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream) {
    chunks.push(chunk)
    length += chunk.length
    if (length > 64 * 1024) break
  }
  return Buffer.concat(chunks).toString('utf8')
}

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
  .action(async options => {
    const { generate } = await import('./commands/generate.ts')
    process.exitCode = generate(options, environment)
  })

program
  .command('verify')
  .description('check a running cluster against Git: engine, pods, configuration, the APIs of FogFlow, queues')
  .usage('-- --cluster NAME [options]')
  .requiredOption('--cluster <name>', 'the cluster, such as kanto/shibuya')
  .addOption(new Option('--kubeconfig <file>', 'how to reach it (without: ~/.kube/config)').env('KUBECONFIG'))
  .option('--context <name>', 'a context of the kubeconfig (without: its current one)')
  .option('--write', 'write a test entity through the front door, read it there, remove it', false)
  .option('--intent', 'launch a test intent, see its pod, remove both', false)
  .option('--watch', 'look again until all is right, or Ctrl-C', false)
  .addOption(new Option('--format <format>', 'how to report').choices(['text', 'json']).default('text'))
  .addHelpText(
    'after',
    `
Changes nothing in the cluster, except with --write and --intent, which clean up after themselves.
Exit codes: 0 all is right, 1 something is wrong, 2 the cluster could not be looked at.

Examples:
  npm run verify -- --cluster lab/laptop
  npm run verify -- --cluster kanto/tokyo --context tokyo --write --intent
  npm run verify -- --cluster lab/laptop --watch                              after a merge`,
  )
  .action(async options => {
    const { verify } = await import('./commands/verify.ts')
    // What only looks ends at once.
    const interruption = options.write || options.intent || options.watch ? awaitInterruption() : undefined
    process.exitCode = await verify(options, environment, interruption)
  })

const creation = program
  .command('new')
  .description('add clusters, or a rule')
  .usage('-- cluster NAME | sites FILE.csv | rule ID')

creation
  .command('cluster')
  .description('add a cluster')
  .argument('<NAME>', 'its path below clusters/, such as kanto/shibuya')
  .option('--set <key=value...>', 'keys of its cluster.yaml; the items of a list stand between semicolons', [])
  .addHelpText(
    'after',
    `
Example:
  npm run new -- cluster kanto/shibuya --set site.id=113 site.location.latitude=35.658 \\
    site.location.longitude=139.701 address=203.0.113.77`,
  )
  .action(async (name: string, options: { set: string[] }) => {
    const { newCluster } = await import('./commands/new.ts')
    process.exitCode = newCluster(name, options.set, environment)
  })

creation
  .command('sites')
  .description('add a cluster for each row of a table')
  .argument('<FILE.csv>', 'its header names "name" and dotted keys of cluster.yaml')
  .addHelpText(
    'after',
    `
All rows are added, or none where one has an error.

Example of a table:
  name,site.id,site.location.latitude,site.location.longitude,address
  kanto/ginza,114,35.671,139.765,203.0.113.78`,
  )
  .action(async (path: string) => {
    const { newSites } = await import('./commands/new.ts')
    process.exitCode = newSites(path, environment)
  })

creation
  .command('rule')
  .description('add the files of a rule that validate applies, and say what to write into them')
  .argument('<ID>', 'two or more words, such as no-latest-tag: the file, the constant and the code of its findings')
  .action(async (id: string) => {
    const { newRule } = await import('./commands/new-rule.ts')
    process.exitCode = newRule(id, environment)
  })

/** What ends a command early: help that was asked for, wrong arguments, a run that cannot be finished, or a bug. */
function fail(error: unknown): void {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2
    return
  }
  process.exitCode = 2
  console.error(
    error instanceof CannotFinish ? `error: ${error.message}` : (describeRefusal(error) ?? describeBug(error)),
  )
}

/** What the operating system would not do, such as to read a file that belongs to somebody else. */
function describeRefusal(error: unknown): string | undefined {
  const isRefusal = error instanceof Error && 'syscall' in error && !process.env.DEBUG
  return isRefusal ? `error: the operating system refuses: ${error.message}` : undefined
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
