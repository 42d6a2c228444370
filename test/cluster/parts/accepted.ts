import type { Version } from 'kubernetes-json-schema'
import { checkSet, type Judgement, type Known } from '../acceptance/check-set.ts'
import { compareCases } from '../acceptance/compare-cases.ts'
import { type Compared, compareVerdicts } from '../acceptance/compare-verdicts.ts'
import { listSets } from '../acceptance/list-sets.ts'
import { startApiServer } from '../acceptance/start-api-server.ts'
import { withState } from '../process/with-state.ts'
import { kubernetesVersions } from '../tools/family.ts'
import type { Context, Part, Row } from './part.ts'

export const part: Part = {
  title: 'every manifest before the API servers',
  run: async context => {
    for (const version of kubernetesVersions) await checkVersion(version, context)
  },
}

async function checkVersion(version: string, { say, report }: Context): Promise<void> {
  await withState(`e2e-${process.pid}-accepted-${version}`, async state => {
    const api = await startApiServer(state, version, say)
    const known: Known = new Map()
    const sets = listSets(version)
    for (const group of new Set(sets.map(set => set.group))) {
      const judgements: Judgement[] = []
      for (const set of sets.filter(set => set.group === group)) judgements.push(await checkSet(api, set, known))
      report(makeRow(group, version, judgements))
    }
    report(compareRow('fixtures of the rules', version, await compareVerdicts(api, version as Version)))
    report(agreeRow('manifests of the schemas', version, await compareCases(api, version as Version)))
  })
}

function makeRow(group: string, version: string, judgements: readonly Judgement[]): Row {
  const complaints = [...new Set(judgements.flatMap(({ complaints }) => complaints))]
  const objects = judgements.reduce((sum, { objects }) => sum + objects, 0)
  const remark =
    complaints.length > 0 ? complaints.join('; ') : `${judgements.length} sets, ${objects} objects accepted, 0 warnings`
  return { scenario: group, with: `Kubernetes ${version}`, remark, passed: complaints.length === 0 }
}

/** The API server may know less than the rules do; where it refuses what they find right, they are wrong. */
function compareRow(scenario: string, version: string, all: readonly Compared[]): Row {
  const { counts, missed } = divide(all)
  const remark = [counts, ...missed.map(describe)].join('; ')
  return { scenario, with: `Kubernetes ${version}`, remark, passed: missed.length === 0 }
}

/** A schema is wrong as well where it refuses what the API server takes. */
function agreeRow(scenario: string, version: string, all: readonly Compared[]): Row {
  const { counts, missed, more } = divide(all)
  const remark = [counts, ...[...missed, ...more].map(describe)].join('; ')
  return { scenario, with: `Kubernetes ${version}`, remark, passed: missed.length + more.length === 0 }
}

const isFound = ({ found }: Compared) => found.length > 0

function divide(all: readonly Compared[]) {
  const missed = all.filter(one => one.refusal !== undefined && !isFound(one))
  const more = all.filter(one => one.refusal === undefined && isFound(one))
  const both = all.filter(one => one.refusal !== undefined && isFound(one))
  const counts = `${all.length} objects: ${both.length} refused by both, ${more.length} only by validate, ${missed.length} only by the API server`
  return { counts, missed, more }
}

const describe = ({ name, refusal, found }: Compared): string =>
  refusal === undefined ? `${name} is taken, in spite of ${found.join(', ')}` : `${name} is refused: ${refusal}`
