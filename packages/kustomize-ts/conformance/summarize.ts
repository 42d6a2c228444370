/** Whether a case met its demand. */
export interface Verdict {
  readonly id: string
  readonly features: readonly string[]
  /** What is wrong; absent where nothing is. */
  readonly miss?: string
}

export interface Suite {
  readonly name: string
  readonly verdicts: readonly Verdict[]
  /** What has no verdict, each with the reason. */
  readonly exceptions?: readonly string[]
}

export interface Summary {
  readonly text: string
  readonly isPassed: boolean
}

/** The counts of all suites, by feature, and every miss. A suite without cases has not passed: nothing was proved. */
export function summarize(suites: readonly Suite[]): Summary {
  const verdicts = suites.flatMap(suite => suite.verdicts)
  const misses = verdicts.filter(verdict => verdict.miss !== undefined)
  const lines = [
    ...countFeatures(verdicts),
    ...suites.flatMap(({ exceptions = [] }) => exceptions.map(exception => `EXCEPT ${exception}`)),
    ...misses.map(({ id, miss }) => `MISS ${id}: ${miss}`),
    ...suites.map(describeSuite),
  ]
  return { text: lines.join('\n'), isPassed: misses.length === 0 && suites.every(suite => suite.verdicts.length > 0) }
}

function describeSuite({ name, verdicts, exceptions = [] }: Suite): string {
  if (verdicts.length === 0) return `${name}: no cases found, so nothing is proved`
  return `${name}: ${count(verdicts)}${exceptions.length > 0 ? `, and ${exceptions.length} exceptions` : ''}`
}

function count(verdicts: readonly Verdict[]): string {
  const passed = verdicts.filter(verdict => verdict.miss === undefined).length
  return `${passed} of ${verdicts.length} (${((passed / verdicts.length) * 100).toFixed(1)} %)`
}

function countFeatures(verdicts: readonly Verdict[]): string[] {
  const features = [...new Set(verdicts.flatMap(verdict => verdict.features))].sort()
  return features.map(feature => {
    const users = verdicts.filter(verdict => verdict.features.includes(feature))
    return `${feature.padEnd(28)} ${count(users)}`
  })
}
