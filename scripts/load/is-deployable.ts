import { basename, extname } from 'node:path'
import { isKustomizationFile } from './walk.ts'

/** Documentation, tests, hidden files, certificates to encrypt for, and files without an extension (LICENSE, OWNERS) are for people. */
export function isDeployable(file: string): boolean {
  const name = basename(file)
  const isForPeople = name.startsWith('.') || ['', '.md', '.ts', '.pem'].includes(extname(name))
  return !isForPeople && !isKustomizationFile(file)
}
