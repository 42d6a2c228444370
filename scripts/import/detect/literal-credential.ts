import type { Node, Position } from 'kustomize-ts'
import type { Detector } from '../defect.ts'
import { inCompose, inKubernetes } from '../facts.ts'
import { itemsAt, placeOf, textAt } from '../node.ts'
import { environmentOf } from '../read/read-compose.ts'

export const literalCredential = {
  code: 'literal-credential',
  outcome: 'corrected',
  why: 'Whoever reads the file owns the message bus, and with it what every worker runs; the well-known default is tried first.',
  here: 'the password is not carried over: the pods read it from a Secret (secrets.provider, npm run secret), so that all have the same',
  *find(site) {
    const inConfigs = site.configs.flatMap(({ root }) => credentialsIn(root))
    const variables = [
      ...inCompose(site)
        .flatMap(environmentOf)
        .map(({ name, value, node }) => ({ name, value, at: placeOf(node) })),
      ...inKubernetes(site).flatMap(({ container }) => variablesOf(container)),
    ]
    const inVariables = variables.filter(({ name }) => /PASS|SECRET|TOKEN/i.test(name))
    for (const { name, value, at } of [...inConfigs, ...inVariables])
      if (isLiteral(value)) yield { at, message: `${name} stands here in clear` }
  },
} satisfies Detector

interface Credential {
  readonly name: string
  readonly value: string | undefined
  readonly at: Position
}

function credentialsIn(config: Node): readonly Credential[] {
  const paths = [
    ['rabbitmq', 'password'],
    ['worker', 'registry', 'password'],
  ]
  return paths.map(path => ({ name: path.join('.'), value: textAt(config, ...path), at: placeOf(config, ...path) }))
}

function variablesOf(container: Node): readonly Credential[] {
  return itemsAt(container, 'env').map((variable, index) => ({
    name: textAt(variable, 'name') ?? '',
    value: textAt(variable, 'value'),
    at: placeOf(container, 'env', index, 'value'),
  }))
}

/** `${NAME}` and `{{ … }}` are put in later. */
const isLiteral = (value: string | undefined) => value !== undefined && value !== '' && !/^(?:\$|\{\{)/.test(value)
