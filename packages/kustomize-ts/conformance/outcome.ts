/** What a build comes to. */
export type Outcome =
  | { readonly kind: 'yaml'; readonly yaml: string }
  | { readonly kind: 'failure'; readonly reason: string }

/** What a case demands; `any yaml` where only success counts. */
export type Demand = Outcome | { readonly kind: 'any yaml' }

/** How an outcome misses the demand; undefined where it meets it. Of a failure only that it is one is demanded. */
export function describeMiss(demand: Demand, outcome: Outcome): string | undefined {
  if (demand.kind === 'failure')
    return outcome.kind === 'failure' ? undefined : `built, but must fail: ${demand.reason}`
  if (outcome.kind === 'failure') return `failed: ${outcome.reason}`
  return demand.kind === 'any yaml' ? undefined : describeDifference(demand.yaml, outcome.yaml)
}

/** The first line that differs. */
function describeDifference(expected: string, actual: string): string | undefined {
  if (expected === actual) return undefined
  const [wanted, got] = [expected.split('\n'), actual.split('\n')]
  const at = wanted.findIndex((line, i) => line !== got[i])
  const index = at === -1 ? wanted.length : at
  const show = (lines: readonly string[]) => JSON.stringify(lines[index] ?? '(the end)')
  return `line ${index + 1}: expected ${show(wanted)}, got ${show(got)}`
}
