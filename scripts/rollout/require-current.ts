import type { Mainline } from '../git/find-commit.ts'
import { CannotFinish } from '../model/cannot-finish.ts'
import type { Forge } from './forge.ts'

/** What is proposed must start from what is deployed, and not from what this clone has seen of it. Throws CannotFinish. */
export async function requireCurrent(forge: Forge, { branch, ref }: Mainline, tip: string): Promise<void> {
  const current = await forge.readBranch(branch)
  if (current === tip) return
  throw new CannotFinish(
    `${ref} is at ${tip.slice(0, 10)} here, and at ${current?.slice(0, 10) ?? 'nothing'} on the forge: run \`git fetch\``,
  )
}
