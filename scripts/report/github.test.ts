import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Judgement } from '../model/judgement.ts'
import { formatGithub } from './github.ts'
import { diagnostics, judgement, options, repeat } from './testing/judgement.ts'

interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/** What the runner of GitHub Actions reads as commands: `::name key=value,…::message` behind blanks, or `##[name]` anywhere. */
function readCommands(text: string): readonly Command[] {
  return text.split(/\r\n|\r|\n/).flatMap(line => {
    const [, name, list = '', message = ''] = /^\s*::(\S+?)(?: (.*?))?::(.*)$/s.exec(line) ?? []
    if (name === undefined) {
      expect(line).not.toMatch(/^\s*::|##\[/)
      return []
    }
    const pairs = list.split(',').map(pair => pair.split('=').map(decode))
    return [{ name, properties: Object.fromEntries(pairs), message: decode(message) }]
  })
}

function decode(text: string): string {
  const marks: Readonly<Record<string, string>> = { '25': '%', '0D': '\r', '0A': '\n', '3A': ':', '2C': ',' }
  return text.replace(/%(25|0D|0A|3A|2C)/g, (_, code: string) => marks[code] ?? '')
}

const print = (changes: Partial<Judgement>) => formatGithub({ ...judgement, ...changes }, options)
const read = (changes: Partial<Judgement>) => readCommands(print(changes))

it('annotates the line, with message, fix, reason and clusters', () => {
  expect(read({})).toEqual([
    {
      name: 'error',
      properties: { file: 'base/worker/config.json', line: '14', col: '13', title: 'worker-capacity' },
      message: [
        'worker.capacity is 0: FogFlow never gives this worker a task',
        'fix: set it to the number of tasks the node can run',
        "why: FogFlow's master gives no task to a worker without capacity.",
        'in 4 clusters: ginza, shibuya, ueno … (--all lists them)',
      ].join('\n'),
    },
  ])
})

it('gives ten annotations of each type, counts the rest in one, and has all in the log', () => {
  const text = print({ diagnostics: [...repeat(12, 'warning'), ...repeat(13)] })
  const commands = readCommands(text)
  const count = (name: string) => commands.filter(one => one.name === name).length
  expect([count('error'), count('warning'), count('notice'), commands.length]).toEqual([10, 10, 1, 21])
  expect(commands.at(-1)?.message).toContain('3 errors and 2 warnings more')
  for (const { message } of [...repeat(12, 'warning'), ...repeat(13)]) expect(text).toContain(message)
})

it('no text of others becomes a command, or a part of one', () => {
  fc.assert(
    fc.property(diagnostics, found => {
      const commands = read({ diagnostics: found })
      const shown = (severity: string) => found.filter(one => one.severity === severity).slice(0, 10)
      const annotated = [...shown('error'), ...shown('warning')]
      expect(commands.filter(({ name }) => name !== 'notice')).toHaveLength(annotated.length)
      annotated.forEach(({ message, code, source, severity }, index) => {
        const { name, properties, message: told } = commands[index] ?? {}
        expect([name, properties?.title, told?.startsWith(message)]).toEqual([severity, code, true])
        expect(properties?.file).toBe(source?.file.slice('/repo/'.length))
      })
    }),
  )
})

it('nor does what was skipped, or a note', () => {
  const hostile = [' ::error::a', 'b\n::error::c', 'd ##[error]e', '\u2028::error::f', '\u0085::error::g']
  const skipped = hostile.map(reason => ({ what: '::error::', reason }))
  expect(read({ diagnostics: [], skipped, notes: hostile })).toEqual([])
})
