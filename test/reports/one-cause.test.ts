import { rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { validate } from '../../scripts/commands/validate.ts'
import { formats } from '../../scripts/report/format.ts'
import { capture, repository } from '../../scripts/testing/capture.ts'
import { writeTree } from '../../scripts/testing/write-tree.ts'

const cloud = `role: cloud
topology: single-node
site: { id: cloud, location: { latitude: 1, longitude: 2 } }
address: 192.0.2.1
worker: { capacity: 8 }
`
const defaults = `role: edge
cloud: tokyo
engine: flux
repository: { url: "https://git.example.org/f.git" }
worker:
  capacity: 0
`
const site = (index: number) => `site: { id: "${index}", location: { latitude: 1, longitude: 2 } }
address: 198.51.${index >> 8}.${index & 255}
`
const sites = Array.from({ length: 1000 }, (_, index) => [`clusters/kanto/site-${index}/cluster.yaml`, site(index)])

let root = ''
beforeAll(() => {
  const files = Object.fromEntries(sites)
  root = writeTree({ 'clusters/kanto/defaults.yaml': defaults, 'clusters/kanto/tokyo/cluster.yaml': cloud, ...files })
  symlinkSync(join(repository, 'schemas'), join(root, 'schemas'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

it.each(formats)('a capacity of 0 above 1,000 sites is one diagnostic at its line, within the limits of %s', format => {
  const { environment, output } = capture(root, root)
  expect(validate([], { format, release: '3.2.8', all: false }, environment)).toBe(1)
  expect(output().match(/worker\.capacity is 0/g)).toHaveLength(format === 'junit' ? 3 : 1)
  expect(output()).not.toContain('kanto/tokyo')
  const place = {
    text: 'clusters/kanto/defaults.yaml:6:13  error',
    json: '"file": "clusters/kanto/defaults.yaml",\n      "line": 6,',
    sarif: '"startLine": 6,',
    junit: 'clusters/kanto/defaults.yaml:6:13 worker.capacity',
    github: '::error file=clusters/kanto/defaults.yaml,line=6,col=13,',
    markdown: '` clusters/kanto/defaults.yaml:6:13 `',
  }[format]
  expect(output()).toContain(place)
  expect(output()).toContain(['json', 'sarif', 'junit'].includes(format) ? 'site-999' : '1,000 clusters')
  expect(output().length).toBeLessThan(format === 'markdown' ? 65_537 : 200_000)
})

it('a cluster of which nothing is generated yet is told of: there is something to validate', () => {
  const { environment, output } = capture(root, root)
  expect(validate(['clusters/kanto/tokyo'], { format: 'json', release: '3.2.8', all: false }, environment)).toBe(1)
  expect(JSON.parse(output()).diagnostics).toMatchObject([{ file: 'clusters/kanto/defaults.yaml', line: 6 }])
})
