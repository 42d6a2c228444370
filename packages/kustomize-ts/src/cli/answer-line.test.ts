import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { createCache } from '../source/cache.ts'
import { createMemoryFileSystem } from '../source/memory.ts'
import { configMap } from '../testing/build-files.ts'
import { answerLine } from './answer-line.ts'

const files = {
  '/app/kustomization.yaml': 'resources: [../cm.yaml]\n',
  '/ok/kustomization.yaml': 'resources: [cm.yaml]\n',
  '/ok/cm.yaml': configMap('cm'),
  '/cm.yaml': configMap('cm'),
}

function ask(line: string, changed: Record<string, string> = {}, cache = createCache()) {
  const answer = answerLine(line, '/', { fileSystem: createMemoryFileSystem({ ...files, ...changed }), cache })
  return answer === undefined ? undefined : JSON.parse(answer)
}

const sha256 = (name: string) => createHash('sha256').update(configMap(name)).digest('hex')

it('a folder is answered with the hash of what its build prints', () => {
  expect(ask('ok')).toEqual({ dir: 'ok', sha256: sha256('cm') })
  expect(ask('ok/../ok\r')).toEqual({ dir: 'ok/../ok', sha256: sha256('cm') })
})

it('a tab with nothing behind it chooses nothing', () => {
  expect(ask('ok\t')).toEqual({ dir: 'ok', sha256: sha256('cm') })
})

it('a line can choose the load restrictor', () => {
  expect(ask('app')).toEqual({
    dir: 'app',
    error: expect.stringContaining('/app/kustomization.yaml:1:13: outside-root: '),
  })
  expect(ask('app\tLoadRestrictionsNone')).toEqual({ dir: 'app', sha256: sha256('cm') })
  expect(ask('app\tNone')).toEqual({ dir: 'app', error: '"None" is no load restrictor' })
})

it('an empty line has no answer', () => expect(ask('')).toBeUndefined())

it('a file that changes between two lines is read again', () => {
  const cache = createCache()
  expect(ask('ok', {}, cache)).toMatchObject({ sha256: sha256('cm') })
  expect(ask('ok', { '/ok/cm.yaml': configMap('cn') }, cache)).toMatchObject({ sha256: sha256('cn') })
})
