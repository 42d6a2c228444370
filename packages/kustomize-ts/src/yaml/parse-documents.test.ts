import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Node, ScalarNode } from '../model/node.ts'
import { nodeAt } from '../node/node-at.ts'
import { positionInText } from '../node/position-in-text.ts'
import { positionOf } from '../node/position-of.ts'
import { toValue } from '../node/to-value.ts'
import { parseDocuments } from './parse-documents.ts'

function parseOne(text: string): Node {
  const { documents, diagnostics } = parseDocuments(text, '/f.yaml')
  expect(diagnostics).toEqual([])
  const [node] = documents
  if (node === undefined) throw new Error('no document')
  return node
}

function scalarAt(root: Node, ...path: (string | number)[]): ScalarNode {
  const node = nodeAt(root, path)
  if (node?.kind !== 'scalar') throw new Error(`no scalar at ${path}`)
  return node
}

function firstProblem(content: string | Uint8Array) {
  const { diagnostics } = parseDocuments(content, '/f.yaml')
  const [first] = diagnostics
  return [first?.code, first?.severity, first?.source?.line, first?.source?.column]
}

const place = (line: number, column: number) => ({ file: '/f.yaml', line, column })

describe('a plain scalar', () => {
  it.each([
    ['true', 'bool', true],
    ['yes', 'str', 'yes'],
    ['~', 'null', null],
    ['', 'null', null],
    ['0777', 'int', 511],
    ['0o17', 'int', 15],
    ['0x1F', 'int', 31],
    ['0b101', 'int', 5],
    ['-0b11', 'int', -3],
    ['1_000', 'int', 1000],
    ['+5', 'int', 5],
    ['08', 'float', 8],
    ['1e3', 'float', 1000],
    ['.5', 'float', 0.5],
    ['._5', 'str', '._5'],
    ['1e999', 'str', '1e999'],
    ['0x1G', 'str', '0x1G'],
    ['12:30:45', 'str', '12:30:45'],
    ['123456789012345678901234567890', 'float', 1.2345678901234568e29],
    ['2020-1-2', 'timestamp', '2020-01-02T00:00:00Z'],
    ['2020-02-30', 'str', '2020-02-30'],
    ['2020-01-02T03:04:05Z', 'timestamp', '2020-01-02T03:04:05Z'],
    ['"12"', 'str', '12'],
    ['!!str 12', 'str', '12'],
    ['!!int "5"', 'int', 5],
    ['!!float 1', 'float', 1],
    ['!other x', 'str', 'x'],
    ['!!binary aGk=', 'str', 'hi'],
  ])('%s is a %s', (text, tag, value) => {
    const node = scalarAt(parseOne(`a: ${text}`), 'a')
    expect([node.tag, toValue(node)]).toEqual([tag, value])
  })

  it('follows YAML 1.1 booleans in the dialect of kustomization files', () => {
    const { documents } = parseDocuments('[yes, on, N, off, true, nO]', '/f.yaml', { dialect: 'v2' })
    expect(documents.map(toValue)).toEqual([[true, true, false, false, true, 'nO']])
  })
})

describe('positions', () => {
  const text = 'a:\n  b: [1, {c: x}]\n---\n# next\nd: |2\n\n   first\n  second\ne: "q"\n'
  const { documents } = parseDocuments(text, '/f.yaml')
  const [first, second] = documents as [Node, Node]

  it('are those of key and value, in every document', () => {
    expect(positionOf(first, ['a', 'b', 1, 'c'])).toEqual(place(2, 14))
    expect(positionOf(first, ['a', 'b', 1, 'c'], 'key')).toEqual(place(2, 11))
    expect(positionOf(second, ['e'])).toEqual(place(9, 4))
  })

  it('of an absent field are those of the nearest ancestor', () => {
    expect(positionOf(first, ['a', 'b', 7, 'x'])).toEqual(place(2, 3))
    expect(positionOf(first, ['z'])).toEqual(place(1, 1))
  })

  it('inside of a block literal and of a quoted scalar lead into the source', () => {
    expect(positionInText(scalarAt(second, 'd'), 2, 2)).toEqual(place(7, 4))
    expect(positionInText(scalarAt(second, 'd'), 3, 1)).toEqual(place(8, 3))
    expect(positionInText(scalarAt(second, 'e'), 1, 1)).toEqual(place(9, 5))
  })

  it('start at the place of the text that holds the document', () => {
    const start = { file: '/k.yaml', line: 10, column: 7 }
    const embedded = parseDocuments('a: 1\nb: |\n  x\n', '/k.yaml', { start })
    const [root] = embedded.documents as [Node]
    expect(positionOf(root, ['b'], 'key')).toEqual({ file: '/k.yaml', line: 11, column: 7 })
    expect(positionInText(scalarAt(root, 'b'), 1, 1)).toEqual({ file: '/k.yaml', line: 12, column: 9 })
  })

  it('do not move with CRLF line ends or a byte order mark', () => {
    const root = parseOne('\uFEFFa: 1\r\nb: |\r\n  x\r\n')
    expect(positionOf(root, ['b'])).toEqual(place(2, 4))
    expect(scalarAt(root, 'b').text).toBe('x\n')
  })

  it('of every scalar name the text that it was read from', () => {
    fc.assert(
      fc.property(fc.array(fc.dictionary(word, fc.oneof(fc.integer().map(String), word)), { minLength: 1 }), maps => {
        const lines = maps.flatMap(map => [
          '- _: x',
          ...Object.entries(map).map(([key, value]) => `  ${key}: ${value}`),
        ])
        const root = parseOne(lines.join('\n'))
        for (const [index, map] of maps.entries()) {
          for (const key of Object.keys(map)) {
            const { line, column } = positionOf(root, [index, key])
            expect(lines[line - 1]?.slice(column - 1)).toBe(map[key])
          }
        }
      }),
    )
  })
})

const word = fc.stringMatching(/^[a-z]{1,8}$/)

describe('aliases and merge keys', () => {
  it('are expanded; own keys win over merged ones, the first merged map over the next', () => {
    const root = parseOne('x: &x {a: 1, b: 1}\ny: &y {b: 2, c: 2}\nz:\n  <<: [*x, *y]\n  a: 0\nw: *x\n')
    expect(toValue(root)).toMatchObject({ z: { a: 0, b: 1, c: 2 }, w: { a: 1, b: 1 } })
  })

  it('share the node of the anchor', () => {
    const root = parseOne('x: &x {a: 1}\ny: *x')
    expect(nodeAt(root, ['y'])).toBe(nodeAt(root, ['x']))
  })

  it.each([
    ['a: *x', ['yaml-unknown-anchor', 'error', 1, 4]],
    ['a: &x {b: *x}', ['yaml-alias-cycle', 'error', 1, 11]],
    ['a: &x 1\n<<: *x', ['yaml-bad-merge', 'error', 1, 7]],
  ])('%j is refused', (text, problem) => expect(firstProblem(text)).toEqual(problem))

  it('may not stand for millions of nodes', () => {
    const levels = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]`)
    expect(firstProblem(['a0: &a0 x', ...levels].join('\n'))[0]).toBe('yaml-alias-bomb')
  })
})

describe('documents', () => {
  const parsed = (text: string) => parseDocuments(text, '/f.yaml').documents.map(toValue)

  it('are cut at lines of three dashes; empty ones are dropped', () => {
    expect(parsed('---\n---\na: 1\n---  # comment\n# nothing\n---\nb: 2\n---')).toEqual([{ a: 1 }, { b: 2 }])
    expect(parsed('')).toEqual([])
  })

  it('keep the last line end of a literal before the dashes', () => {
    expect(parsed('a: |\n  x\n---\nb: 1')).toEqual([{ a: 'x\n' }, { b: 1 }])
  })
})

it.each([
  ['a: |\n  b', 'b'],
  ['a: |+\n  b', 'b'],
  ['a: >\n  b\n  c', 'b c'],
  ['a: |\n  b\n  ', 'b\n'],
  ['a: |\n  b\n# c', 'b\n'],
  ['a: |\n  b\n', 'b\n'],
])('a block at the end of a file ends with a line end only where the file does: %j', (text, value) => {
  expect(parseDocuments(text, '/a.yaml').documents.map(toValue)).toEqual([{ a: value }])
})

describe('what is no YAML', () => {
  it.each(['a: [\n', 'a: [1,\nb: 2\n', 'a: {b\n', 'a: {b: [c}\nd: e\n', "a: 'b\n", 'a: "b\nc: d\n'])(
    'includes brackets and quotes that never close: %j',
    text => {
      const { documents, diagnostics } = parseDocuments(text, '/a.yaml')
      expect([documents.length, diagnostics.map(({ code }) => code)]).toEqual([0, ['yaml-syntax']])
    },
  )

  it.each([
    ['a: 1\nb: c: d', ['yaml-syntax', 'error', 2, 4]],
    ['a:\n\tb: 1', ['yaml-tab', 'error', 2, 1]],
    ['a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> other', ['yaml-merge-conflict', 'error', 2, 1]],
    ['a: 1\nb: 2\na: 3', ['yaml-duplicate-key', 'error', 3, 1]],
    ['1: x', ['yaml-key-not-string', 'error', 1, 1]],
    ['? [a]\n: x', ['yaml-key-not-string', 'error', 1, 3]],
    ['a: 1\n---b\n', ['yaml-bad-separator', 'error', 2, 1]],
    ['a: !!int x', ['yaml-bad-tag', 'error', 1, 10]],
    ['a: 1\n...\nb: 2', ['yaml-ignored-document', 'warning', 3, 1]],
    ['a: \u0000', ['yaml-control-character', 'error', 1, 4]],
    ['[', ['yaml-syntax', 'error', 1, 2]],
  ])('is one diagnostic at its place: %j', (text, problem) => {
    expect(firstProblem(text).slice(0, problem.length)).toEqual(problem)
  })

  it('like thousands of levels is refused without a crash', () => {
    expect(firstProblem('['.repeat(100_000))[0]).toBe('yaml-too-deep')
    expect(firstProblem(`${'- '.repeat(100_000)}a`)[0]).toBe('yaml-too-deep')
    const lines = Array.from({ length: 3000 }, (_, level) => `${' '.repeat(level)}a:`)
    expect(firstProblem(lines.join('\n'))).toEqual(['yaml-too-deep', 'error', 500, 500])
  })

  it('with brackets in text, and not in the YAML, is not deep', () => {
    const text = `a: |\n  ${'['.repeat(600)}\nb: "${'{'.repeat(600)}"\nc: !!str x\n`
    expect(parseDocuments(text, '/f.yaml').diagnostics).toEqual([])
  })

  it('like invalid UTF-8 is refused at the bad byte', () => {
    expect(firstProblem(Buffer.from([0x61, 0x0a, 0x62, 0xff]))).toEqual(['yaml-encoding', 'error', 2, 2])
  })

  it('never throws', () => {
    const fragment = fc.constantFrom(
      'a',
      ': ',
      '- ',
      '\n',
      '  ',
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      '&x ',
      '*x',
      '|',
      '>',
      '#',
      '<<',
      '---\n',
      '!!int ',
      '\t',
      '%',
    )
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 30 }), parts => {
        for (const node of parseDocuments(parts.join(''), '/f.yaml').documents) toValue(node)
      }),
      { numRuns: 2000 },
    )
  })
})

it('JSON is read as JSON.parse reads it', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), value => {
      const { documents, diagnostics } = parseDocuments(JSON.stringify([value], null, 1), '/f.yaml')
      if (diagnostics.length > 0) return // a control character, which JSON escapes and YAML text cannot hold
      expect(JSON.stringify(documents.map(toValue))).toEqual(JSON.stringify([[value]]))
    }),
  )
})

it.each(['constructor', 'valueOf', 'toString', '__proto__', 'hasOwnProperty'])('%s is a key like any other', name => {
  const json = `{"metadata":{"${name}":{"${name}":["c"]},"annotations":{"${name}":"d"}}}`
  for (const text of [json, json.replace('"c"', '&anchor c')]) {
    expect(parseDocuments(text, '/f.yaml').documents.map(root => JSON.stringify(toValue(root)))).toEqual([json])
  }
})
