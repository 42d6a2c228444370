import { expect, it } from 'vitest'
import { toValue } from '../node/to-value.ts'
import { buildFiles, problemsOf } from '../testing/build-files.ts'

const objects = (arg: string) => `apiVersion: v1
kind: Service
metadata: {name: s}
spec: {ports: [{port: 80}], x: true}
---
apiVersion: v1
kind: Pod
metadata: {name: p}
spec: {containers: [{name: c, args: ['${arg}']}]}
`

function buildWith(variable: string, arg = '$(V)') {
  const files = {
    'o.yaml': objects(arg),
    'kustomization.yaml': `resources: [o.yaml]\nnamePrefix: a-\nvars:\n- ${variable}`,
  }
  const result = buildFiles(files)
  const pod = result.resources.find(({ id }) => id.kind === 'Pod')
  const value = pod === undefined ? undefined : toValue(pod.root)
  const [container] = (value as { spec: { containers: { args: unknown[] }[] } } | undefined)?.spec.containers ?? []
  return { arg: container?.args[0], problems: problemsOf(result) }
}

const service = 'name: V, objref: {apiVersion: v1, kind: Service, name: s}'

it.each([
  [`{${service}}`, '$(V)', 'a-s'],
  [`{${service}}`, 'x-$(V)-$(W)-$$(V)', 'x-a-s-$(W)-$(V)'],
  [`{${service}, fieldref: {fieldPath: "spec.ports[0].port"}}`, '$(V)', 80],
  [`{${service}, fieldref: {fieldPath: "spec.ports[0].port"}}`, ':$(V)', ':80'],
  [`{${service}, fieldref: {fieldPath: spec.x}}`, '$(V)', true],
])('%s puts its value into %s', (variable, arg, expected) => {
  expect(buildWith(variable, arg)).toEqual({ arg: expected, problems: [] })
})

it('a variable that nothing holds is warned of', () => {
  expect(buildWith(`{${service}}`, 'x')).toEqual({
    arg: 'x',
    problems: ['variable-unused /app/kustomization.yaml:4:10'],
  })
})

it.each([
  ['{name: V, objref: {apiVersion: v1, kind: Service, name: t}}', 'variable-without-value', '4:10'],
  [`{${service}, fieldref: {fieldPath: spec.no}}`, 'variable-without-value', '4:10'],
  [`{${service}}\n- {${service}}`, 'variable-repeated', '5:10'],
])('%s is refused as %s', (variable, code, place) => {
  expect(buildWith(variable).problems).toEqual([`${code} /app/kustomization.yaml:${place}`])
})
