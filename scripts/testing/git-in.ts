import { execFileSync } from 'node:child_process'

/** Git in a folder, as somebody who commits; what it prints, without the last line break. */
export function gitIn(cwd: string, ...args: readonly string[]): string {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org']
  return execFileSync('git', [...who, ...args], { cwd, encoding: 'utf8' }).trim()
}
