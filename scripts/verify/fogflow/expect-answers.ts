import type { PodAnswer } from '../../cluster-api/ask-pod.ts'
import type { Problem } from '../check.ts'
import { idOf } from '../kube/list-workloads.ts'
import type { Pod } from '../kube/objects.ts'
import type { Scene } from '../scene.ts'
import { type Ask, ask, isProblem, logsOf } from './ask.ts'

/** What an answer should have been. */
export interface Expectation {
  readonly question: Ask
  /** Why the body is wrong, in words that follow "…, "; undefined where it is right. */
  judge(json: unknown): string | undefined
  /** What a wrong answer means for the user. */
  readonly meaning: string
  readonly fix?: string
}

/** Asks pods side by side, each one question after the other: one that is silent is not asked again. */
export async function expectAnswers(
  scene: Scene,
  { pods, port }: { readonly pods: readonly Pod[]; readonly port: number },
  expectations: readonly Expectation[],
): Promise<readonly Problem[]> {
  const askAll = async (pod: Pod): Promise<readonly Problem[]> => {
    const problems: Problem[] = []
    for (const expected of expectations) {
      const answer = await ask(scene, pod, port, expected.question)
      if (isProblem(answer)) return [...problems, answer]
      problems.push(...compare(pod, port, expected, answer))
    }
    return problems
  }
  return (await Promise.all(pods.map(askAll))).flat()
}

/** One question to one pod. */
export async function expectAnswer(
  scene: Scene,
  pod: Pod,
  port: number,
  expected: Expectation,
): Promise<Problem | undefined> {
  const [problem] = await expectAnswers(scene, { pods: [pod], port }, [expected])
  return problem
}

/** Status 200, and a JSON body that is right. */
function compare(pod: Pod, port: number, expected: Expectation, { status, body }: PodAnswer): readonly Problem[] {
  const wrong = status === 200 ? expected.judge(parse(body)) : `status ${status}`
  if (wrong === undefined) return []
  const { method = 'GET', path } = expected.question
  const message = `${method} ${path} at port ${port} is answered with ${quote(body)}, ${wrong}: ${expected.meaning}`
  return [{ message, fix: expected.fix ?? logsOf(pod), resource: idOf(pod) }]
}

/** JSON, or the text itself where it is none. */
function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}

const quote = (body: string): string => {
  const text = body.trim()
  if (text === '') return 'nothing'
  return text.length > 160 ? `${text.slice(0, 160)} …` : text
}
