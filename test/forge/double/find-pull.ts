import { Refusal } from './refusal.ts'
import type { Pull, World } from './world.ts'

/** The pull request of a number in a path. */
export function findPull({ pulls }: World, number: string | undefined): Pull {
  const found = pulls.find(pull => String(pull.number) === number)
  if (found === undefined) throw new Refusal(404, 'Not Found')
  return found
}
