import { describe, expect, it } from 'vitest'
import { buildFiles, configMap, problemsOf } from '../testing/build-files.ts'

const patch = `
    patch: |-
      - op: add
        path: /metadata/labels
        value: {a: b}`

function patchFor(target: string) {
  const kustomization = `resources: [a.yaml, b.yaml]\npatches:\n  - target:\n      ${target}${patch}\n`
  return problemsOf(
    buildFiles({ 'a.yaml': configMap('alpha'), 'b.yaml': configMap('beta'), 'kustomization.yaml': kustomization }),
  )
}

describe('a target that matches nothing', () => {
  it('is told of at the part that is to blame', () => {
    expect(patchFor('kind: ConfigMap\n      name: gamma')).toEqual([
      'target-matches-nothing /app/kustomization.yaml:5:13',
    ])
    expect(patchFor('kind: Secret\n      name: alpha')).toEqual(['target-matches-nothing /app/kustomization.yaml:4:13'])
  })

  it('is told of as a whole where no single part is to blame', () => {
    expect(patchFor('kind: Secret\n      name: gamma')).toEqual(['target-matches-nothing /app/kustomization.yaml:4:7'])
  })
})

describe('an alternative of a target', () => {
  it('that is nearly the name of an object is told of', () => {
    expect(patchFor('name: alpha|betta')).toEqual(['target-matches-nothing /app/kustomization.yaml:4:13'])
    expect(patchFor('kind: ConfigMpa|ConfigMap')).toEqual([])
  })

  it('that nothing has may be meant for another kustomization', () => {
    expect(patchFor('name: alpha|delta')).toEqual([])
  })

  it('that is missing while its neighbour is present in the list is not told of', () => {
    expect(patchFor('name: alpha|beta|betas')).toEqual([])
  })
})
