import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findBusybox, makeFolder, type RunScript } from './busybox.ts'

const runScript = findBusybox('the tests of fill-config.sh')

async function fill(templates: Record<string, string>, env: Record<string, string>) {
  const [from, to] = [makeFolder(templates), makeFolder({})]
  const outcome = await (runScript as RunScript)('base/init-containers/fill-config.sh', [from, to], env)
  const file = (name: string) => (existsSync(join(to, name)) ? readFileSync(join(to, name), 'utf8') : undefined)
  return { ...outcome, file, to }
}

describe.skipIf(!runScript)('fill-config.sh', () => {
  it('puts each value in the place of its placeholder and leaves the rest as it is', async () => {
    const template = '{\n  "a": "${NAME}.shards.${NAME_2}",\t"b\\n": "$NAME & \\\\1 \\"$\\" $host {}"\n}\n'
    const { code, file } = await fill({ 'config.json': template }, { NAME: 'broker-0', NAME_2: 'fogflow' })
    expect(code).toBe(0)
    expect(file('config.json')).toBe(template.replace('${NAME}', 'broker-0').replace('${NAME_2}', 'fogflow'))
  })

  it('picks the word of its pod from a list of one word a pod', async () => {
    const list = { A_OF_POD: '192.0.2.1 b.example.org' }
    const template = { 'config.json': '"${A_OF_POD}"\n' }
    const second = await fill(template, { ...list, POD_INDEX: '1' })
    expect(second.file('config.json')).toBe('"b.example.org"\n')
    const third = await fill(template, { ...list, POD_INDEX: '2' })
    expect([third.code, third.file('config.json')]).toEqual([1, undefined])
  })

  it('fills every file of the folder', async () => {
    const { file } = await fill({ a: '${X}\n', b: '${Y}${X}\n' }, { X: '1', Y: '2' })
    expect([file('a'), file('b')]).toEqual(['1\n', '21\n'])
  })

  it('lets nobody else read what it writes', async () => {
    const { to } = await fill({ a: '${X}\n' }, { X: '1' })
    expect(statSync(join(to, 'a')).mode & 0o077).toBe(0)
  })

  it.each([
    ['has no value', {}],
    ['is empty', { X: '' }],
  ])('ends with the variable, the file and the line when a placeholder %s', async (_, env) => {
    const { code, stderr, file } = await fill({ 'config.json': 'first\n"${X}"\n' }, env)
    expect(code).toBe(1)
    expect(stderr).toContain('config.json:2: ${X} has no value')
    expect(file('config.json')).toBeUndefined()
  })

  it.each(['${name}', '${NAME', '${}', '${A-B}', '${ NAME }'])('refuses %s, which is no placeholder', async text => {
    const { code, stderr, file } = await fill({ 'config.json': `"${text}"\n` }, { NAME: 'x' })
    expect(code).toBe(1)
    expect(stderr).toContain('config.json:1:')
    expect(file('config.json')).toBeUndefined()
  })

  it('refuses a folder without files', async () => {
    expect((await fill({}, {})).code).toBe(1)
  })

  it('writes a value literally, or refuses it without showing it: never something else', async () => {
    const value = fc.oneof(
      fc.string({ minLength: 5 }),
      fc.stringMatching(/^[\w.~-]{1,40}$/),
      fc.string({ unit: 'binary' }),
    )
    await fc.assert(
      fc.asyncProperty(value, async secret => {
        fc.pre(!secret.includes('\0'))
        const { code, stderr, file } = await fill({ 'config.json': '{"a":"x${SECRET}y"}\n' }, { SECRET: secret })
        if (/^[A-Za-z0-9._~-]+$/.test(secret))
          expect(JSON.parse(file('config.json') ?? '')).toEqual({ a: `x${secret}y` })
        else {
          expect([code, file('config.json')]).toEqual([1, undefined])
          if (secret.length >= 5) expect(stderr).not.toContain(secret)
        }
      }),
      { numRuns: 200 },
    )
  })
})
