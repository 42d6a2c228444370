import { type Expression, SyntaxFault, type Where } from './syntax.ts'

/** One step of a non-deterministic automaton; numbers are indexes of steps. */
export type Step =
  | { readonly kind: 'match' }
  | { readonly kind: 'character'; readonly accepts: (code: number) => boolean; readonly next: number }
  | { readonly kind: 'assertion'; readonly where: Where; readonly next: number }
  | { readonly kind: 'fork'; readonly next: readonly number[] }

export interface Program {
  readonly steps: readonly Step[]
  readonly start: number
}

const MOST_STEPS = 20_000

/** Throws a {@link SyntaxFault} for an expression that is too large. */
export function compileProgram(expression: Expression): Program {
  const steps: Step[] = [{ kind: 'match' }]
  return { start: addExpression(expression, 0, steps), steps }
}

/** Adds steps that go on with `next`, and says which is the first of them. */
function addExpression(expression: Expression, next: number, steps: Step[]): number {
  switch (expression.kind) {
    case 'character':
      return addStep({ ...expression, next }, steps)
    case 'assertion':
      return addStep({ ...expression, next }, steps)
    case 'sequence':
      return expression.parts.reduceRight((following, part) => addExpression(part, following, steps), next)
    case 'choice':
      return addStep({ kind: 'fork', next: expression.parts.map(part => addExpression(part, next, steps)) }, steps)
    case 'repeat':
      return addRepeat(expression, next, steps)
  }
}

function addStep(step: Step, steps: Step[]): number {
  if (steps.length >= MOST_STEPS) throw new SyntaxFault('the expression is too large')
  return steps.push(step) - 1
}

function addRepeat(expression: Expression & { kind: 'repeat' }, next: number, steps: Step[]): number {
  const { part, least, most } = expression
  let start = most === Infinity ? addLoop(part, next, steps) : next
  for (let i = least; i < most && most !== Infinity; i++) {
    start = addStep({ kind: 'fork', next: [addExpression(part, start, steps), next] }, steps)
  }
  for (let i = 0; i < least; i++) start = addExpression(part, start, steps)
  return start
}

function addLoop(part: Expression, next: number, steps: Step[]): number {
  const fork = addStep({ kind: 'fork', next: [] }, steps)
  steps[fork] = { kind: 'fork', next: [addExpression(part, fork, steps), next] }
  return fork
}
