import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadFleet } from '../load/fleet/load-fleet.ts'
import { repository } from '../testing/capture.ts'
import { writeTree } from '../testing/write-tree.ts'
import { planRenovate } from './plan-renovate.ts'

const defaults =
  'role: cloud\ntopology: single-node\nengine: flux\nrepository: { url: "https://git.example.org/f.git" }\nrelease: "3.2.6"\n'
const file = '.github/renovate.json'

function plan(clusters: Readonly<Record<string, string>>, settings?: string) {
  const files = Object.entries(clusters).map(([name, text], index) => [
    `clusters/${name}/cluster.yaml`,
    `site: { id: "${index}", location: { latitude: 0, longitude: 0 } }\n${text}\n`,
  ])
  const root = writeTree({
    'clusters/defaults.yaml': defaults,
    ...Object.fromEntries(files),
    ...(settings !== undefined && { [file]: settings }),
  })
  const { writes, diagnostics } = planRenovate(loadFleet(root).fleet)
  return { text: writes.get(file), diagnostics }
}

const hold = (key: string, value: string, reason = 'slow') =>
  `rollout: { hold: { key: ${key}, value: "${value}", reason: ${reason} } }`
const rulesOf = (text: string | undefined) => JSON.parse(text ?? '{}').packageRules

it('what is held in a cluster is not proposed where it would reach that cluster', () => {
  const { text } = plan({ a: hold('release', '3.2.8'), b: '', c: `release: "3.2.2"\n${hold('release', '3.2.8')}` })
  expect(rulesOf(text)).toEqual([
    {
      description: expect.stringContaining('slow'),
      matchFileNames: ['clusters/a/cluster.yaml', 'clusters/c/cluster.yaml', 'clusters/defaults.yaml'],
      matchDepNames: ['fogflow'],
      allowedVersions: String.raw`!/^(3\.2\.8)$/`,
    },
  ])
})

it('a file of which several values are held has one rule with all of them', () => {
  const rules = rulesOf(plan({ a: hold('release', '3.2.8', 'a'), b: hold('release', '3.2.2', 'b') }).text)
  const shared = rules.filter((rule: { matchFileNames: string[] }) =>
    rule.matchFileNames.includes('clusters/defaults.yaml'),
  )
  expect(shared).toMatchObject([{ allowedVersions: String.raw`!/^(3\.2\.2|3\.2\.8)$/` }])
})

it('a held tag is that of the image which the cluster uses; a key that is no version is nothing to Renovate', () => {
  const own = 'images: { nginx: { name: registry.example.org/nginx, tag: "1.27" } }'
  const { text } = plan({ a: `${own}\n${hold('images.nginx.tag', '1.29')}`, b: hold('worker.capacity', '9') })
  expect(rulesOf(text)).toMatchObject([{ matchDepNames: ['registry.example.org/nginx'] }])
  expect(plan({ b: hold('worker.capacity', '9') })).toEqual({ text: undefined, diagnostics: [] })
})

it('what people wrote stays, and rules of holds that are lifted go', () => {
  const theirs = { extends: ['x'], packageRules: [{ description: 'mine', enabled: false }], automerge: true }
  const { text } = plan({ a: hold('release', '3.2.8') }, JSON.stringify(theirs))
  expect(JSON.parse(text ?? '')).toMatchObject({ ...theirs, packageRules: [theirs.packageRules[0], expect.anything()] })
  expect(plan({ a: hold('release', '3.2.8') }, text)).toEqual({ text: undefined, diagnostics: [] })
  expect(JSON.parse(plan({ a: '' }, text).text ?? '')).toEqual(theirs)
  expect(plan({ a: '' }, '{"packageRules": 3}').diagnostics).toEqual([])
})

it.each(['{', '[]', '{"packageRules": 3}', '{"a": 1, "a": 2}'])('%s is told to be no settings of Renovate', text => {
  const found = plan({ a: hold('release', '3.2.8') }, text)
  expect(found).toMatchObject({ text: undefined, diagnostics: [{ code: 'renovate-settings' }] })
})

it('the settings of this repository find the release in every form in which people write it', () => {
  const settings = JSON.parse(readFileSync(join(repository, file), 'utf8'))
  const [{ matchStrings }] = settings.customManagers
  for (const text of ['release: "3.2.8"\n', "role: cloud\nrelease:  '3.2'\nworker: {}\n"])
    expect(new RegExp(matchStrings[0]).exec(text)?.groups?.currentValue).toMatch(/^3\.2/)
  expect(new RegExp(matchStrings[0]).test('x: { release: "3.2.8" }')).toBe(false)
})
