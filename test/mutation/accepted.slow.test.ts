import { join, relative } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { makePod } from '../cluster/acceptance/make-pod.ts'
import { refusalOf } from '../cluster/acceptance/refusal-of.ts'
import { startApiServer } from '../cluster/acceptance/start-api-server.ts'
import type { Api } from '../cluster/api/api.ts'
import { apply } from '../cluster/api/apply.ts'
import type { Manifest } from '../cluster/api/manifest.ts'
import { withState } from '../cluster/process/with-state.ts'
import { isBuilt, readFamily } from '../cluster/tools/family.ts'
import type { Mutant } from './mutate.ts'
import { pickMutants } from './pick.ts'
import { openRepository } from './repository.ts'

const missing = ['kube-1.34', 'etcd', 'flux', 'argocd'].filter(name => !isBuilt(readFamily(name)))
if (missing.length > 0)
  console.warn(`${missing} not built (npm run cluster -- build): what validation takes is not put before an API server`)

const root = join(import.meta.dirname, '../..')
/** Every which line is changed. */
const step = 2

/** An object that a mutant has changed, although validation finds no error in its overlay. */
interface Taken {
  readonly mutant: Mutant
  readonly manifest: Manifest
}

describe.skipIf(missing.length > 0)('an API server', () => {
  const repository = openRepository(root)
  const valuesOf = (overlay: string) => (repository.baseline.get(overlay)?.resources ?? []).map(one => one.value)
  let taken: readonly Taken[] = []

  beforeAll(() => {
    const baseline = new Map([...repository.baseline.keys()].map(name => [name, new Set(valuesOf(name).map(toText))]))
    taken = pickMutants(repository)
      .filter((_, index) => index % step === 0)
      .flatMap(mutant => {
        const [overlay = ''] = [...repository.baseline].find(([, { read }]) => read.has(mutant.file)) ?? []
        const { yaml, resources, diagnostics } = repository.judge(overlay, mutant)
        if (yaml === undefined || diagnostics.some(({ severity }) => severity === 'error')) return []
        const changed = resources.filter(({ value }) => !baseline.get(overlay)?.has(toText(value)))
        return changed.map(({ value }) => ({ mutant, manifest: value as unknown as Manifest }))
      })
  })

  it('takes what validation takes of a repository with one changed character', async () => {
    expect(taken.length).toBeGreaterThan(100)
    const refused = await withState(`mutants-${process.pid}`, async state => {
      const api = await startApiServer(state, '1.34', line => console.log(line))
      await makeSurroundings(api)
      return judgeAll(api, taken)
    })
    console.log(`${taken.length} changed objects that validation takes, ${refused.length} of them refused`)
    expect(refused).toEqual([])
  })

  /** Namespaces and service accounts are there: that a changed one is not is no matter of the object that names it. */
  async function makeSurroundings(api: Api): Promise<void> {
    const all = [...repository.baseline.keys()].flatMap(valuesOf) as unknown as readonly Manifest[]
    const names = new Set([...all, ...taken.map(({ manifest }) => manifest)].flatMap(namespaceOf))
    for (const name of names) await apply(api, { apiVersion: 'v1', kind: 'Namespace', metadata: { name } })
    for (const one of all.filter(({ kind }) => kind === 'ServiceAccount')) await apply(api, one)
  }
})

async function judgeAll(api: Api, all: readonly Taken[]): Promise<readonly string[]> {
  const refused: string[] = []
  for (const { mutant, manifest } of all)
    for (const one of [manifest, makePod(manifest) ?? []].flat()) {
      const why = await refusalOf(api, one)
      if (why === undefined || isOfAnotherVersion(one) || /serviceaccount "[^"]*" not found/i.test(why)) continue
      refused.push(`${relative(root, mutant.file)}:${mutant.line} ${mutant.word} → ${mutant.changed}: ${why}`)
    }
  return refused
}

/** Since 1.36. Its expressions, in CEL, are judged by the API server only. */
const isOfAnotherVersion = ({ kind }: Manifest) => kind.startsWith('MutatingAdmissionPolicy')

const namespaceOf = ({ kind, metadata }: Manifest) => (kind === 'Namespace' ? [] : (metadata.namespace ?? []))

const toText = (value: unknown) => JSON.stringify(value)
