import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Command } from 'commander'
import type { Bench, Figure } from './figure.ts'

const folder = fileURLToPath(new URL('benches', import.meta.url))
const names = readdirSync(folder).map(file => basename(file, '.ts'))

const program = new Command('npm run bench')
  .description('Measures what this repository promises, beside other programs in the same run. Nothing fails by time.')
  .usage('-- [options] [NAME...]')
  .argument('[NAME...]', `which benchmarks (without: ${names.join(' ')})`)
  .option('--json', 'one line of JSON a figure', false)
  .action(run)

async function run(wanted: readonly string[], { json }: { json: boolean }): Promise<void> {
  const unknown = wanted.find(name => !names.includes(name))
  if (unknown !== undefined) program.error(`error: there is no benchmark "${unknown}", only ${names.join(', ')}`)
  for (const name of names) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    const { bench } = (await import(pathToFileURL(join(folder, `${name}.ts`)).href)) as { bench: Bench }
    for (const figure of await bench()) console.log(json ? JSON.stringify(withRatio(figure)) : formatFigure(figure))
  }
}

/** How many times the peer's value it is: below 1, less. */
function withRatio(figure: Figure): object {
  const { value, peerValue } = figure
  return peerValue === undefined ? figure : { ...figure, ratio: value / peerValue }
}

function formatFigure({ name, value, unit, peer, peerValue }: Figure): string {
  const own = `${name.padEnd(40)} ${value.toFixed(1).padStart(10)} ${unit}`
  if (peer === undefined || peerValue === undefined) return own
  return `${own}   ${peer}: ${peerValue.toFixed(1)} ${unit} (×${(value / peerValue).toFixed(2)})`
}

// A reader that has seen enough, such as `head`, ends the run.
process.stdout.on('error', () => process.exit())
await program.parseAsync()
