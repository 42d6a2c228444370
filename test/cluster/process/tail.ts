import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

const size = 4_096

/** The last lines of a log, for a message. */
export function readTail(path: string, lines = 8): string {
  const file = openSync(path, 'r')
  try {
    const buffer = Buffer.alloc(size)
    const length = readSync(file, buffer, 0, size, Math.max(0, fstatSync(file).size - size))
    const text = buffer.toString('utf8', 0, length).trimEnd()
    return text
      .split('\n')
      .slice(-lines)
      .map(line => `  ${line.slice(0, 300)}`)
      .join('\n')
  } finally {
    closeSync(file)
  }
}
