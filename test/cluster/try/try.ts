import { Command, Option } from 'commander'
import type { Engine } from '../engines/engine.ts'
import { engines } from '../engines/engines.ts'
import { addForeignOptions, chooseForeign, type ForeignOptions } from '../foreign/choose-foreign.ts'
import { runProgram } from '../run-program.ts'
import { withStage } from '../story/with-stage.ts'
import { giveTour } from './tour.ts'

/** The example cluster for one machine. */
const cluster = 'lab/laptop'

interface Options extends ForeignOptions {
  readonly engine: keyof typeof engines
}

async function run({ engine, ...options }: Options): Promise<void> {
  const chosen = engines[engine]
  const foreign = chooseForeign(options)
  console.log(introduce(chosen, foreign))
  const cast = { engine: chosen, cluster, kubernetes: '1.34' }
  const say = (line: string) => console.log(`   ${line}`)
  await withStage({ say, foreign }, cast, stage => giveTour(stage, text => console.log(text)))
  console.log(`
All of it has ended and left nothing behind. For a cluster that lasts:
README, "Your first cluster, kept in sync by Git". To look around in one like
this: npm run cluster -- up --engine ${engine}`)
}

const introduce = ({ name }: Engine, foreign: string | undefined): string =>
  foreign === undefined
    ? `This deploys FogFlow on a cluster of its own on this machine, with ${name}.
Its API server, scheduler and ${name} are real; its nodes and pods exist in the
API only, so that it needs no containers, and no image is started. The first
time its programs are built from source, which takes Go and some minutes.

1. Start a control plane, a Git server and ${name}`
    : `This deploys FogFlow on the cluster of context ${foreign}, with ${name}, which runs
on this machine. Nodes that exist in the API only take the pods, so that no image
is started; the cluster's own nodes take no new pods meanwhile. In the end all of
it is removed again.

1. Prepare the cluster, start a Git server and ${name}`

const program = new Command('npm run try --')
  .description('see it work: FogFlow deployed by a GitOps engine, a change merged, and reverted')
  .addOption(new Option('--engine <engine>', 'who deploys').choices(Object.keys(engines)).default('flux'))
  .action(run)

await runProgram(addForeignOptions(program))
