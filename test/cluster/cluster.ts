import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Command, Option } from 'commander'
import { CannotFinish } from '../../scripts/model/cannot-finish.ts'
import type { Engine } from './engines/engine.ts'
import { engines } from './engines/engines.ts'
import { listNodes } from './nodes/nodes.ts'
import { listStarted, stillRunning } from './process/started.ts'
import { isOrphan, listStates, openState, removeState, states } from './process/state.ts'
import { watchParent } from './process/watch-parent.ts'
import { runProgram } from './run-program.ts'
import { startCluster } from './start-cluster.ts'
import { buildTools } from './tools/build-tools.ts'
import { familyNames, kubernetesVersions } from './tools/family.ts'

/** The one cluster that outlives the command that started it. */
const local = 'local'
const kubeconfigOf = (name: string) => join(states, name, 'pki/admin.kubeconfig')
const say = (line: string) => console.error(line)

interface UpOptions {
  readonly kubernetes: string
  readonly engine?: keyof typeof engines | 'both'
}

async function up({ kubernetes, engine }: UpOptions): Promise<void> {
  if (runningOf(local).length > 0)
    throw new CannotFinish(`a cluster is up already (KUBECONFIG=${kubeconfigOf(local)}): npm run cluster -- down`)
  await removeState(local)
  const state = openState(local)
  const watchdog = watchParent(state)
  const chosen: readonly Engine[] = engine === 'both' ? Object.values(engines) : engine ? [engines[engine]] : []
  try {
    await startCluster(state, { kubernetes, nodes: listNodes(1, 3), engines: chosen }, say)
    await watchdog.release()
    console.log(`KUBECONFIG=${kubeconfigOf(local)}`)
  } catch (error) {
    await watchdog.endAll()
    throw error
  }
}

const runningOf = (name: string) => stillRunning(listStarted(join(states, name)))

async function down(): Promise<void> {
  const names = listStates().filter(name => name === local || isOrphan(name))
  for (const name of names) {
    const running = runningOf(name)
    await removeState(name)
    console.log(`${name}: ended ${running.length} processes`)
  }
  if (names.length === 0) console.log('there is nothing to take down')
}

function status(): void {
  for (const name of listStates()) {
    console.log(`${name}: KUBECONFIG=${kubeconfigOf(name)}${existsSync(kubeconfigOf(name)) ? '' : ' (not there yet)'}`)
    const running = new Set(runningOf(name).map(({ pid }) => pid))
    for (const one of listStarted(join(states, name)))
      console.log(`  ${running.has(one.pid) ? 'runs ' : 'ended'}  ${one.name} (${one.pid})`)
  }
  if (listStates().length === 0) console.log('no cluster is up: npm run cluster -- up')
}

const program = new Command('npm run cluster --')
  .description('a Kubernetes control plane on this machine, without containers: nodes and pods exist in its API only')
  .showHelpAfterError('(--help shows what there is)')

program
  .command('up')
  .description('start it and print the KUBECONFIG to use; builds its programs the first time (with Go, minutes)')
  .addOption(new Option('--kubernetes <version>', 'its version').choices(kubernetesVersions).default('1.34'))
  .addOption(new Option('--engine <engine>', 'start a GitOps engine too').choices([...Object.keys(engines), 'both']))
  .action(up)
program.command('down').description('end it, and whatever test runs that were killed have left').action(down)
program.command('status').description('what runs, and where its files are').action(status)
program
  .command('build')
  .description('only build all programs that the tests use')
  .action(async () => void (await buildTools(familyNames, say)))

await runProgram(program)
