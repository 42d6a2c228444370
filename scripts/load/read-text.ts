import { isUtf8 } from 'node:buffer'
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import type { Diagnostic } from '../model/diagnostic.ts'

/** No manifest comes near: etcd refuses objects over 1.5 MB, and a file rarely holds more than a few of them. */
const largest = 32 * 1024 * 1024

export type Read = { readonly text: string } | { readonly diagnostic: Diagnostic }

/** The text of a file, or what keeps it from being read. A file that is too large is refused by its size alone. */
export function readText(file: string): Read {
  try {
    const { size } = statSync(file)
    if (size > largest) return { diagnostic: tooLarge(file, size) }
    return decode(file, readBytes(file, size))
  } catch (error) {
    return { diagnostic: unreadable(file, error) }
  }
}

/** Bounded even where the size is unknown (a pipe) or grows while we read. */
function readBytes(file: string, size: number): Buffer {
  const descriptor = openSync(file, 'r')
  try {
    const buffer = Buffer.allocUnsafe(size)
    let length = 0
    for (let count = -1; count !== 0 && length < size; length += count)
      count = readSync(descriptor, buffer, length, size - length, null)
    return buffer.subarray(0, length)
  } finally {
    closeSync(descriptor)
  }
}

/** A byte order mark and carriage returns are left to the parsers. */
function decode(file: string, bytes: Buffer): Read {
  const text = bytes.toString('utf8')
  const zero = text.indexOf('\0')
  if (zero >= 0) return { diagnostic: notText(file, text, zero, 'a NUL byte, so this is a binary file') }
  if (!isUtf8(bytes)) return { diagnostic: notText(file, text, text.indexOf('\uFFFD'), 'bytes that are not UTF-8') }
  return { text }
}

function notText(file: string, text: string, offset: number, what: string): Diagnostic {
  const before = text.slice(0, offset).split('\n')
  return {
    code: 'file-encoding',
    severity: 'error',
    message: `the file holds ${what}`,
    fix: 'save it as text in UTF-8',
    source: { file, line: before.length, column: (before.at(-1) ?? '').length + 1 },
  }
}

function tooLarge(file: string, size: number): Diagnostic {
  const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`
  return {
    code: 'file-too-large',
    severity: 'error',
    message: `the file has ${megabytes(size)}; files over ${megabytes(largest)} are not read`,
    fix: 'split it, or name only the folders that hold manifests',
    source: { file, line: 1, column: 1 },
  }
}

const remedies: Readonly<Record<string, string>> = {
  EACCES: 'give the user who runs this the right to read it',
  EISDIR: 'it is a folder: name a file',
  ENOENT: 'there is no such file: correct the name',
}

/** A file or folder of which the operating system gives us nothing; its own words say why. */
export function unreadable(file: string, error: unknown): Diagnostic {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  return {
    code: 'unreadable',
    severity: 'error',
    message: `it cannot be read (${reason})`,
    fix: remedies[reason] ?? 'see to it that the user who runs this can read it',
    source: { file, line: 1, column: 1 },
  }
}
