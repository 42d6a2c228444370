import type { ProxyRoute, SourceFile } from '../site.ts'

const location = /^\s*location\s+(?:[=~^*]+\s+)?(\S+)\s*\{/
const target = /\bproxy_pass\s+https?:\/\/([A-Za-z0-9._-]+)(?::(\d+))?/d

/** The routes of an nginx.conf: each location that passes on to another host. Comments are none. */
export function readNginx({ file, text }: SourceFile): readonly ProxyRoute[] {
  let current = '/'
  return text.split('\n').flatMap((line, index) => {
    const code = line.replace(/#.*/, '')
    current = location.exec(code)?.[1] ?? current
    const match = target.exec(code)
    if (match?.[1] === undefined) return []
    const column = (match.indices?.[1]?.[0] ?? 0) + 1
    return [{ location: current, host: match[1], port: Number(match[2] ?? 80), at: { file, line: index + 1, column } }]
  })
}
