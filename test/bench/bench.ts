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
    const outcome = await bench()
    if ('obstacle' in outcome) failWith(2, `error: ${name} cannot be measured: ${outcome.obstacle}`)
    else for (const figure of outcome) show(figure, json)
  }
}

function show(figure: Figure, json: boolean): void {
  console.log(json ? JSON.stringify(withRatio(figure)) : formatFigure(figure))
  const { name, value, atMost = value } = figure
  if (value > atMost) failWith(1, `error: ${name}: ${value}, and may be ${atMost}`)
}

/** The others are still measured; what could not be finished outweighs what was found. */
function failWith(code: 1 | 2, message: string): void {
  console.error(message)
  process.exitCode = Math.max(code, Number(process.exitCode ?? 0))
}

/** How many times the peer's value it is: below 1, less; absent where the peer has nothing. */
function withRatio(figure: Figure): object {
  const { value, peerValue } = figure
  return peerValue ? { ...figure, ratio: value / peerValue } : figure
}

function formatFigure({ name, value, unit, peer, peerValue, detail }: Figure): string {
  const own = `${name.padEnd(40)} ${formatValue(value, unit).padStart(10)} ${unit}`
  const ratio = peerValue ? ` (×${(value / peerValue).toFixed(2)})` : ''
  const beside = peerValue === undefined ? '' : `   ${peer}: ${formatValue(peerValue, unit)} ${unit}${ratio}`
  return `${own}${beside}${detail ? `   ${detail}` : ''}`
}

/** What has no unit is a number of things. */
const formatValue = (value: number, unit: string) => (unit ? value.toFixed(1) : `${value}`)

// A reader that has seen enough, such as `head`, ends the run.
process.stdout.on('error', () => process.exit())
await program.parseAsync()
