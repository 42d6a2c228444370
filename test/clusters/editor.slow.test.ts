import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startLanguageServer } from './language-server.ts'
import { root } from './matrix.ts'

const server = startLanguageServer()
const file = join(root, 'clusters/kanto/shibuya/cluster.yaml')
const uri = pathToFileURL(file).href

beforeAll(async () => {
  await server.request('initialize', { processId: null, rootUri: pathToFileURL(root).href, capabilities: {} })
  server.notify('initialized', {})
})

afterAll(() => server.stop())

interface Published {
  readonly uri: string
  readonly diagnostics: readonly {
    readonly message: string
    readonly range: { readonly start: { readonly line: number } }
  }[]
}

let version = 0

/** Opens the example's file with these lines after its own, as an editor would show it. */
function open(...lines: readonly string[]): string {
  const text = `${readFileSync(file, 'utf8')}${lines.join('\n')}\n`
  version += 1
  if (version > 1) server.notify('textDocument/didClose', { textDocument: { uri } })
  server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version, text } })
  return text
}

it('an editor that reads the first line of a cluster.yaml completes the topologies', async () => {
  const text = open('topology: ')
  const line = text.split('\n').length - 2
  const position = { line, character: 'topology: '.length }
  const found = (await server.request('textDocument/completion', { textDocument: { uri }, position })) as {
    items: readonly { label: string }[]
  }
  const labels = found.items.map(({ label }) => label)
  expect(labels).toEqual(
    expect.arrayContaining(['single-node', 'single-worker', 'multi-worker', 'multi-master', 'edge']),
  )
})

it('and marks a key that there is not', async () => {
  const published = server.next('textDocument/publishDiagnostics', params => {
    const { diagnostics } = params as Published
    return diagnostics.some(({ message }) => message.includes('topolgy'))
  })
  const text = open('topolgy: edge')
  const { diagnostics } = (await published) as Published
  expect(diagnostics.map(({ range }) => range.start.line)).toEqual([text.split('\n').length - 2])
})

it('and tells what a key is about', async () => {
  const text = open('engine: flux')
  const position = { line: text.split('\n').length - 2, character: 2 }
  const hover = JSON.stringify(await server.request('textDocument/hover', { textDocument: { uri }, position }))
  expect(hover).toContain('What keeps the cluster equal to Git')
})
