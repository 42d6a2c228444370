import type { Trial } from './trial.ts'

/** By operator: how many mutants, how many are neutral, and the share found of those that are not, and of all; then who survived. */
export function reportTrials(trials: readonly Trial[], all: number, reasons: ReadonlyMap<string, string>): string {
  const operators = [...new Set(trials.map(({ mutant }) => mutant.operator))]
  const rows = [
    ...operators.map(name =>
      formatRow(
        name,
        trials.filter(({ mutant }) => mutant.operator === name),
      ),
    ),
    formatRow('all', trials),
  ]
  const survivors = trials.filter(({ change, outcome }) => change === 'real' && outcome !== 'caught')
  const lines = survivors.map(({ mutant }) => `  ${mutant.name}: ${reasons.get(mutant.name) ?? 'no reason is known'}`)
  return [`${trials.length} of ${all} mutants`, header, ...rows, `${survivors.length} survive:`, ...lines].join('\n')
}

const header = ['operator', 'mutants', 'same', 'neutral', 'found', 'of', 'share', 'share of all'].map(pad).join('')

function formatRow(name: string, trials: readonly Trial[]): string {
  const of = (change: Trial['change']) => trials.filter(trial => trial.change === change)
  const isCaught = ({ outcome }: Trial) => outcome === 'caught'
  const real = of('real')
  const found = real.filter(isCaught).length
  const counts = [trials.length, of('same').length, of('neutral').length, found, real.length]
  const shares = [formatShare(found, real.length), formatShare(trials.filter(isCaught).length, trials.length)]
  return [name, ...counts, ...shares].map(pad).join('')
}

function formatShare(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`
}

function pad(cell: string | number, index: number): string {
  return index === 0 ? String(cell).padEnd(10) : String(cell).padStart(13)
}
