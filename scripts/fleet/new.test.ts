import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { applyChanges } from '../disk/apply-changes.ts'
import { readKey } from '../settings/read-key.ts'
import { writeTree } from '../testing/write-tree.ts'
import { addClusters } from './add-clusters.ts'
import { readTable } from './read-table.ts'

const roots: string[] = []

afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true, force: true })
})

const defaults =
  'role: cloud\ntopology: single-node\nengine: flux\nrepository: { url: "https://git.example.org/f.git" }\n'

function repository(files: Readonly<Record<string, string>> = {}): string {
  const root = writeTree({ 'clusters/defaults.yaml': defaults, ...files })
  roots.push(root)
  return root
}

/** What a table would add to a repository, and what is wrong with it, each as code@line:column. */
function add(table: string, root = repository()) {
  const read = readTable(table, '/sites.csv')
  const added = addClusters(read.clusters, root)
  const places = [...read.diagnostics, ...added.diagnostics]
    .filter(({ code }) => code !== 'unused-defaults')
    .map(({ code, source }) => `${code}@${source?.line}:${source?.column}`)
  return { root, places, writes: added.writes }
}

const header = 'name,site.id,site.location.latitude,site.location.longitude'

describe('a table of sites', () => {
  it('becomes a cluster.yaml a row, with the types of the schema and without the empty fields', () => {
    const { places, writes } = add(
      `\uFEFF${header},worker.capacity,features,nodes.labels.example\\.org/pool\r\na/b,001,35.5,139,,,"x"\r\na/c,2,0,0,4,task-hardening; docker-tasks,\r\n`,
    )
    expect(places).toEqual(expect.not.arrayContaining([expect.stringMatching(/^(csv|wrong|unknown-field)/)]))
    expect(writes.get('clusters/a/b/cluster.yaml')).toBe(
      '# yaml-language-server: $schema=../../../schemas/cluster.schema.json\nsite:\n  id: "001"\n  location:\n    latitude: 35.5\n    longitude: 139\nnodes:\n  labels:\n    example.org/pool: x\n',
    )
    expect(writes.get('clusters/a/c/cluster.yaml')).toContain('features:\n  - task-hardening\n  - docker-tasks\n')
  })

  it('adds nothing the second time, and never changes what is there', () => {
    const table = `${header}\na,1,0,0\n`
    const { root, writes } = add(table)
    applyChanges({ writes, deletes: [] }, root)
    expect(add(table, root)).toMatchObject({ places: [], writes: new Map() })
    expect(add(`${header}\na,1,0,1\n`, root)).toMatchObject({ places: ['cluster-exists@2:1'], writes: new Map() })
  })

  it.each([
    ['an unknown column', 'name,site.identity\na,1\n', ['csv-header@1:6']],
    ['a column that holds other keys', 'name,site\na,1\n', ['csv-header@1:6']],
    ['a column twice', 'name,address,address\na,b,c\n', ['csv-header@1:14']],
    ['no column for the name', 'site.id\n1\n', ['csv-header@1:1']],
    ['a column that every object has', 'name,__proto__\na,b\n', ['csv-header@1:6']],
    ['semicolons for commas', 'name;site.id\na;1\n', ['csv-header@1:1']],
    ['a cluster in the folder of another', `${header}\na,1,0,0\na/b,2,0,0\n`, ['nested-cluster@3:1']],
    ['an empty file', '', ['csv-header@1:1']],
    ['a row with a field too many', `${header}\na,1,0,0,9\n`, ['csv-columns@2:9']],
    ['a row with a field too few', `${header}\na,1,0\n`, ['csv-columns@2:5']],
    ['a name that leaves the folder', `${header}\n../a,1,0,0\n`, ['cluster-name@2:1']],
    ['a name twice', `${header}\na,1,0,0\nb,2,0,0\na,3,0,0\n`, ['csv-duplicate@4:1', 'duplicate-site-id@2:3']],
    ['a number that is none', `${header}\na,1,north,0\n`, ['wrong-type@2:5']],
    ['a latitude that is not on the Earth', `${header}\na,1,0,0\nb,2,91,0\n`, ['invalid-value@3:5']],
    ['two sites with one id', `${header}\na,7,0,0\nb,7,0,0\n`, ['duplicate-site-id@2:3', 'duplicate-site-id@3:3']],
    ['quotes that do not match', `${header}\n"a,1,0,0\n`, ['csv-quotes@2:1']],
  ])('with %s is refused at its row and column', (_, table, places) => {
    const found = add(table).places
    if (places.some(place => place.startsWith('csv-duplicate'))) expect(found).toContain(places[0])
    else expect(found).toEqual(places)
  })

  it('is judged beside the clusters that are there', () => {
    const root = repository({
      'clusters/x/cluster.yaml': 'site: { id: "7", location: { latitude: 0, longitude: 0 } }\n',
    })
    expect(add(`${header}\na,7,0,0\n`, root).places).toEqual(['duplicate-site-id@2:3', 'duplicate-site-id@1:13'])
  })
})

describe('a key of cluster.yaml', () => {
  it('is found by its dots, and one that is not there brings the nearest', () => {
    expect(readKey('site.location.latitude')).toMatchObject({ path: ['site', 'location', 'latitude'] })
    expect(readKey('nodes.labels.example\\.org/zone')).toMatchObject({ path: ['nodes', 'labels', 'example.org/zone'] })
    expect(readKey('worker.capcity')).toMatchObject({ fix: expect.stringContaining('worker.capacity') })
    expect(readKey('address.port')).toHaveProperty('problem')
  })
})

describe('files of a change', () => {
  it('are written together, with the folders that they need', () => {
    const root = repository()
    applyChanges(
      {
        writes: new Map([
          ['clusters/a/b/c.yaml', 'x'],
          ['d', 'y'],
        ]),
        deletes: ['clusters/defaults.yaml'],
      },
      root,
    )
    expect(readFileSync(join(root, 'clusters/a/b/c.yaml'), 'utf8')).toBe('x')
    expect(() => readFileSync(join(root, 'clusters/defaults.yaml'))).toThrow()
    mkdirSync(dirname(join(root, 'clusters/e/f')), { recursive: true })
    writeFileSync(join(root, 'clusters/e/f'), '')
    applyChanges({ writes: new Map(), deletes: ['clusters/e/f'] }, root)
    expect(() => readFileSync(join(root, 'clusters/e'))).toThrow(/ENOENT/)
  })
})
