import { Command, Option } from 'commander'
import { engines } from '../engines/engines.ts'
import { runProgram } from '../run-program.ts'
import { withStage } from '../story/with-stage.ts'
import { giveTour } from './tour.ts'

/** The example cluster for one machine. */
const cluster = 'lab/laptop'

async function run({ engine }: { readonly engine: keyof typeof engines }): Promise<void> {
  const chosen = engines[engine]
  console.log(`This deploys FogFlow on a cluster of its own on this machine, with ${chosen.name}.
Its API server, scheduler and ${chosen.name} are real; its nodes and pods exist in the
API only, so that it needs no containers, and no image is started. The first
time its programs are built from source, which takes Go and some minutes.

1. Start a control plane, a Git server and ${chosen.name}`)
  const cast = { engine: chosen, cluster, kubernetes: '1.34' }
  await withStage({ say: line => console.log(`   ${line}`) }, cast, stage => giveTour(stage, text => console.log(text)))
  console.log(`
All of it has ended and left nothing behind. For a cluster that lasts:
README, "Your first cluster, kept in sync by Git". To look around in one like
this: npm run cluster -- up --engine ${engine}`)
}

await runProgram(
  new Command('npm run try --')
    .description('see it work: FogFlow deployed by a GitOps engine, a change merged, and reverted')
    .addOption(new Option('--engine <engine>', 'who deploys').choices(Object.keys(engines)).default('flux'))
    .action(run),
)
