import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Fault } from '../fault.ts'

export const fault: Fault = {
  title: 'files on disk that are not those of the branch',
  engine: 'flux',
  fails: ['checkout-current'],
  quotes: /base\/kustomization\.yaml/,
  make: async ({ repository }) => {
    const file = join(repository.folder, 'base/kustomization.yaml')
    const text = readFileSync(file, 'utf8')
    writeFileSync(file, `${text}# not committed\n`)
    return () => writeFileSync(file, text)
  },
}
