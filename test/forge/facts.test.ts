import { afterAll, afterEach, beforeEach, expect, it } from 'vitest'
import { type Double, startDouble } from './double/start-double.ts'
import { type Fact, facts } from './facts.ts'
import { seedBranch } from './testing/seed-branch.ts'

let double: Double
const rows: string[] = []

beforeEach(async () => {
  double = await startDouble()
  seedBranch(double.world, 'main', { 'a.yaml': 'a: 1\n' })
})

afterEach(() => double.stop())
afterAll(() => console.log(rows.join('\n')))

it.each<Fact>([...facts])('the double does as GitHub does: $fact', async ({ fact, source, play, status, holds }) => {
  const reply = await play(double)
  rows.push(`${status}  ${fact}\n     ${source}`)
  expect(reply.status).toBe(status)
  expect(holds?.(reply) ?? true).toBe(true)
})
