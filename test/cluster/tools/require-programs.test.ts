import { chmodSync } from 'node:fs'
import { afterEach, expect, it, vi } from 'vitest'
import { CannotFinish } from '../../../scripts/model/cannot-finish.ts'
import { writeTree } from '../../../scripts/testing/write-tree.ts'
import { requirePrograms } from './require-programs.ts'

afterEach(() => vi.unstubAllEnvs())

it('names all that is missing at once, each with what it is for and how it comes there', () => {
  const bin = writeTree({ ps: '', openssl: '' })
  chmodSync(`${bin}/ps`, 0o755) // openssl is there, and is no program
  vi.stubEnv('PATH', bin)
  expect(() => requirePrograms(['ps'])).not.toThrow()
  expect(() => requirePrograms(['ps', 'git', 'openssl', 'git'])).toThrow(
    new CannotFinish(
      'git is not installed, and a repository is served with it: install git; ' +
        'openssl is not installed, and certificates are made with it: install openssl',
    ),
  )
})
