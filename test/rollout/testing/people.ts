import type { Double } from '../../forge/double/start-double.ts'
import type { Pull } from '../../forge/double/world.ts'
import { ask } from '../../forge/testing/ask.ts'

/** The pull request of a number. */
export function pullOf({ world }: Double, number: number): Pull {
  const pull = world.pulls.find(one => one.number === number)
  if (pull === undefined) throw new Error(`there is no pull request ${number}`)
  return pull
}

/** Merges a pull request as a person does, when its checks are green, and squashes every second; the commit that it became. */
export async function merge(double: Double, number: number): Promise<string> {
  await check(double, pullOf(double, number).head)
  const how = { merge_method: number % 2 === 0 ? 'squash' : 'merge' }
  const { status, body } = await ask(double, 'PUT', `/pulls/${number}/merge`, how)
  if (status !== 200) throw new Error(`#${number} cannot be merged: ${body.message}`)
  return String(body.sha)
}

/** What a check of a commit came to. */
export async function check(
  double: Double,
  sha: string,
  conclusion: 'success' | 'failure' = 'success',
  name = 'check',
) {
  const run = { name, head_sha: sha, status: 'completed', conclusion }
  const { status, body } = await ask(double, 'POST', '/check-runs', run)
  if (status !== 201) throw new Error(`the check cannot be made: ${body.message}`)
}

/** Merges a pull request whose merge commit is checked well. */
export async function mergeWell(double: Double, number: number): Promise<string> {
  const sha = await merge(double, number)
  await check(double, sha)
  return sha
}

export async function closePull(double: Double, number: number): Promise<void> {
  await ask(double, 'PATCH', `/pulls/${number}`, { state: 'closed' })
}
