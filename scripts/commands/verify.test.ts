import { expect, it } from 'vitest'
import { CannotFinish } from '../model/cannot-finish.ts'
import { capture } from '../testing/capture.ts'
import { writeTree } from '../testing/write-tree.ts'
import { verify } from './verify.ts'

const options = { cluster: 'a', write: false, intent: false, watch: false, format: 'text' } as const
const settings = 'repository: { url: "https://git.example.org/f.git" }\nengine: flux\ntopology: single-node\n'

it.each([
  ['does not exist', `${settings}role: cloud\n`, /there is no cluster "b": did you mean "a"/, ''],
  ['is not read because of an error', `${settings}role: cluod\n`, /not all of clusters\/ can be read/, 'clusters/a/'],
])('tells a cluster that %s', async (_, text, message, told) => {
  const root = writeTree({
    'clusters/a/cluster.yaml': `${text}site: { id: "1", location: { latitude: 0, longitude: 0 } }\n`,
  })
  const { environment, errors } = capture(root, root)
  const error = await verify({ ...options, cluster: 'b' }, environment).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(CannotFinish)
  expect((error as Error).message).toMatch(message)
  expect(errors()).toContain(told)
})
