import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Judgement } from '../model/judgement.ts'
import { showControls } from '../text/show-controls.ts'
import { formatJunit } from './junit.ts'
import { diagnostics, judgement, options, repeat } from './testing/judgement.ts'

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/** A reader of just the XML that stands here, strict in all: what it does not know it refuses. */
function readXml(xml: string): Element {
  expect(xml).toMatch(/^<\?xml version="1.0" encoding="UTF-8"\?>\n/)
  expect(xml).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u)
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  for (const [token, close, tag, list = '', end, text] of xml
    .slice(xml.indexOf('\n') + 1)
    .matchAll(/<(\/?)([a-z-]+)((?: [a-z]+="[^"<]*")*)(\/?)>|([^<]+)|./gs)) {
    const parent = open.at(-1) ?? root
    if (text !== undefined) parent.text += decode(text)
    else if (tag === undefined) throw new Error(`not XML: ${token}`)
    else if (close) expect(open.pop()?.name).toBe(tag)
    else {
      const pairs = [...list.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, decode(value)])
      const element: Element = { name: tag, attributes: Object.fromEntries(pairs), children: [], text: '' }
      parent.children.push(element)
      if (!end) open.push(element)
    }
  }
  expect([open.length, root.children.length]).toEqual([1, 1])
  return root.children[0] ?? root
}

function decode(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#9': '\t', '#10': '\n' }
  return text.replace(/&([^;]*);?/g, (_, name: string) => named[name] ?? fail(name))
}

function fail(name: string): never {
  throw new Error(`no entity: ${name}`)
}

const print = (changes: Partial<Judgement>) => readXml(formatJunit({ ...judgement, ...changes }, options))
const casesOf = (suites: Element) => suites.children.flatMap(({ children }) => children)

it('a suite for each rule, a failed case for each error', () => {
  const suites = print({})
  expect(suites.attributes).toMatchObject({ tests: '5', failures: '1', errors: '0', skipped: '4', time: '4.123' })
  const [capacity] = suites.children
  expect(capacity?.attributes).toMatchObject({ name: 'worker-capacity', tests: '1', failures: '1' })
  const [failure] = capacity?.children[0]?.children ?? []
  expect(failure?.text).toContain('\nfix: set it to the number of tasks the node can run\nwhy: ')
  expect(failure?.text).toContain('in 4 clusters: ginza, shibuya, ueno, ebisu')
})

it('a rule that found nothing passes, and a warning fails nothing but is told', () => {
  const [none] = print({ diagnostics: [], skipped: [] }).children
  expect([none?.attributes.name, none?.attributes.tests, none?.attributes.failures]).toEqual([
    'worker-capacity',
    '1',
    '0',
  ])
  const suites = print({ diagnostics: repeat(2, 'warning') })
  expect(suites.attributes).toMatchObject({ tests: '6', failures: '0' })
  expect(casesOf(suites)[0]?.children[0]).toMatchObject({
    name: 'system-out',
    text: expect.stringContaining('warning 0'),
  })
})

it('what was skipped is a skipped case with the reason, and notes are told beside', () => {
  const left = print({ notes: ['a weaker check'] }).children.find(({ attributes }) => attributes.name === 'not checked')
  expect(left?.children.slice(0, 4).map(one => one.children[0]?.attributes.message)).toEqual(
    judgement.skipped.map(({ reason }) => reason),
  )
  expect(left?.children.at(-1)).toMatchObject({ name: 'system-out', text: 'a weaker check' })
})

it('is XML, and says what was found, whatever it is', () => {
  fc.assert(
    fc.property(diagnostics, found => {
      const suites = print({ diagnostics: found })
      const texts = casesOf(suites).flatMap(({ children }) => children.map(({ text }) => text))
      for (const { message, severity } of found) {
        const shown = showControls(message).replace(/[\ufffe\uffff]/g, '\ufffd')
        expect(texts.some(text => text.startsWith(`${severity}: ${shown}`))).toBe(true)
      }
      const failures = found.filter(({ severity }) => severity === 'error').length
      expect(suites.attributes.failures).toBe(String(failures))
    }),
  )
})
