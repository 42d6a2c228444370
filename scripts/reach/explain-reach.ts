import { CannotFinish } from '../model/cannot-finish.ts'
import type { Cluster } from '../model/cluster.ts'
import type { AssertedUnit } from './assert-units.ts'
import { type DescribeOptions, describeWay, narrow } from './describe-way.ts'
import { type BorderEnd, explainBorder } from './explain-border.ts'
import { type End, findGroup, type Question, readEnd, refuseNames } from './question.ts'
import { waysBetween } from './reach.ts'

export interface Answer {
  readonly text: string
  /** Whether it may in every cluster that was asked about. */
  readonly isPermitted: boolean
}

/** Whether one may call the other, and the lines that say so. Throws CannotFinish for a name that nobody has. */
export function explainReach(
  question: Question,
  units: readonly AssertedUnit[],
  clusters: readonly Cluster[],
  options: DescribeOptions,
): Answer {
  const from = readEnd(question.from, clusters)
  const to = readEnd(question.to, clusters)
  if (from.cluster && to.cluster && from.cluster !== to.cluster)
    return explainBorder(findEnd(from, units), findEnd(to, units), options)
  const only = question.cluster ?? from.cluster ?? to.cluster
  const asked = units.filter(({ cluster }) => only === undefined || cluster === only)
  const answers = asked.flatMap(unit => answerIn(unit, from, to, options) ?? [])
  if (answers.length === 0) refuseNames([from.name, to.name], asked)
  const byText = new Map<string, string[]>()
  for (const { text, unit } of answers) byText.set(text, [...(byText.get(text) ?? []), unit.name])
  const texts = [...byText].map(([text, names]) => `${text}\n  in ${names.join(', ')}`)
  return { text: texts.join('\n\n'), isPermitted: answers.every(({ isPermitted }) => isPermitted) }
}

function answerIn(unit: AssertedUnit, from: End, to: End, options: DescribeOptions) {
  const [caller, callee] = [findGroup(unit, from.name), findGroup(unit, to.name)]
  if (!caller || !callee) return undefined
  const ways = waysBetween(caller, callee, unit.reach)
  const text = ways.map(way => describeWay(way, unit.reach, options)).join('\n')
  return { unit, text, isPermitted: ways.some(({ ports }) => narrow(ports, options.port).length > 0) }
}

function findEnd({ cluster, name }: End, units: readonly AssertedUnit[]): BorderEnd {
  const unit = units.find(one => one.cluster === cluster)
  if (!unit) throw new CannotFinish(`the cluster "${cluster?.name}" has nothing that could be rendered`)
  return { unit, group: findGroup(unit, name) ?? refuseNames([name], [unit]) }
}
