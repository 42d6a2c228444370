import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Judgement } from '../model/judgement.ts'
import { showControls } from '../text/show-controls.ts'
import { formatMarkdown } from './markdown.ts'
import { diagnostics, judgement, options, repeat } from './testing/judgement.ts'

const print = (changes: Partial<Judgement>) => formatMarkdown({ ...judgement, ...changes }, options)

/** The text outside of code, and each piece of code as it would be shown (CommonMark, fenced code and code spans). */
function readMarkdown(text: string): { readonly prose: string; readonly code: readonly string[] } {
  const code: string[] = []
  const prose = text
    .replace(/^(`{3,})text\n(.*?)\n\1$/gms, (_, _marks, block: string) => take(block))
    .replace(/(?<!`)(`+)(?!`)(.*?)(?<!`)\1(?!`)/g, (_, _marks, span: string) => take(span.replace(/^ (.*) $/s, '$1')))
  return { prose, code }

  function take(piece: string): string {
    code.push(piece)
    return ''
  }
}

it('has the finding with its place, message, fix, reason and clusters', () => {
  expect(print({ skipped: [] })).toBe(`### validate: 1 error, 0 warnings, 4 skipped

816 kustomizations, 15,204 resources, Kubernetes 1.34

**error** \`worker-capacity\` \` base/worker/config.json:14:13 \`
\`\`\`text
worker.capacity is 0: FogFlow never gives this worker a task
fix: set it to the number of tasks the node can run
why: FogFlow's master gives no task to a worker without capacity.
in 4 clusters: ginza, shibuya, ueno … (--all lists them)
\`\`\`
`)
})

it('what others wrote is all in code, where nothing means anything', () => {
  fc.assert(
    fc.property(diagnostics, found => {
      const { prose, code } = readMarkdown(print({ diagnostics: found, skipped: [{ what: '@a', reason: '<b>' }] }))
      expect(
        prose.split(/\s+/).filter(word => !/^(?:###|validate:|[\w.,]+|\*\*(?:error|warning)\*\*)?$/.test(word)),
      ).toEqual([])
      for (const { message } of found) expect(code.some(piece => piece.startsWith(showControls(message)))).toBe(true)
    }),
  )
})

it('stays within what a comment may have; the errors are shown first, and what has no room is counted', () => {
  const text = print({
    diagnostics: [...repeat(1000, 'warning', '@'.repeat(400)), ...repeat(40, 'error', 'x'.repeat(400))],
  })
  expect(text.length).toBeLessThanOrEqual(65_536)
  const shown = text.match(/^\*\*(?:error|warning)\*\*/gm)?.length ?? 0
  expect(text.match(/^\*\*error\*\*/gm)).toHaveLength(40)
  expect(text).toContain(`There was no room here for ${1040 - shown} warnings more.`)
})

it('stays within it, whatever is long', () => {
  const endless = 'x'.repeat(70_000)
  const skipped = [{ what: endless, reason: endless }]
  const text = print({ diagnostics: repeat(2, 'error', endless), skipped, notes: [endless] })
  expect(text.length).toBeLessThanOrEqual(65_536)
  expect(text).toContain('no room here for 2 errors')
  expect(text).toContain('no room here for 2 remarks')
})
