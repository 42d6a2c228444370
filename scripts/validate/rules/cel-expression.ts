import type { Finding, Rule } from '../../model/rule.ts'
import { parseCel } from '../read/cel/parse-cel.ts'
import { CelError } from '../read/cel/tokenize-cel.ts'
import { at, type Field, fieldOf, items, pathOf, text } from '../read/field.ts'
import { nearest } from '../read/suggest.ts'

/** What an admission policy may look at and call (Kubernetes, "Common Expression Language in Kubernetes"). */
const known = [
  ...'object oldObject request params namespaceObject authorizer variables Object JSONPatch jsonpatch'.split(' '),
  ...'has size type dyn bool int uint double string bytes list map duration timestamp matches null_type'.split(' '),
  ...'quantity isQuantity url isURL ip isIP cidr isCIDR semver isSemver format sets lists math strings'.split(' '),
  ...'cel optional google'.split(' '),
]

export const celExpression = {
  id: 'cel-expression',
  severity: 'error',
  scope: 'resource',
  summary: 'An expression of an admission policy is one of the Common Expression Language.',
  why: 'The API server refuses the policy ("compilation failed"), with all of the sync: the tasks that it should have made safe start as they are, or are refused. Types are not checked here, only how the expression is written.',
  fix: 'correct the expression at this place',
  kinds: ['MutatingAdmissionPolicy', 'ValidatingAdmissionPolicy'],
  *check(resource) {
    for (const field of expressionsOf(fieldOf(resource, 'spec'))) yield* checkExpression(field)
  },
} satisfies Rule

function expressionsOf(spec: Field): readonly Field[] {
  const plain = ['matchConditions', 'variables', 'validations'].flatMap(list => items(spec, list))
  return [
    ...plain.map(one => at(one, 'expression')),
    ...items(spec, 'validations')
      .map(one => at(one, 'messageExpression'))
      .filter(({ value }) => value !== ''),
    ...items(spec, 'auditAnnotations').map(one => at(one, 'valueExpression')),
    ...items(spec, 'mutations').flatMap(one =>
      ['jsonPatch', 'applyConfiguration'].map(kind => at(one, kind, 'expression')),
    ),
  ].filter(({ value }) => typeof value === 'string')
}

function* checkExpression(field: Field): Iterable<Finding> {
  const expression = text(field) ?? ''
  try {
    for (const { name, offset } of parseCel(expression)) {
      const near = known.includes(name) ? undefined : nearest(name, known)
      if (near === undefined) continue
      const message = `the expression takes "${name}" from nowhere`
      yield { path: pathOf(field), message, fix: `did you mean "${near}"?`, inText: placeAt(expression, offset) }
    }
  } catch (error) {
    if (!(error instanceof CelError)) throw error
    yield {
      path: pathOf(field),
      message: `this is no expression: ${error.message}`,
      inText: placeAt(expression, error.offset),
    }
  }
}

function placeAt(expression: string, offset: number) {
  const lines = expression.slice(0, offset).split('\n')
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}
