import { execFileSync } from 'node:child_process'
import { symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { validate } from '../../scripts/commands/validate.ts'
import { CannotFinish } from '../../scripts/model/cannot-finish.ts'
import { capture } from '../../scripts/testing/capture.ts'
import { writeTree } from '../../scripts/testing/write-tree.ts'

interface Case {
  readonly files: Readonly<Record<string, string>>
  /** Done to the folder after the files are written: what text cannot say. */
  readonly prepare?: (folder: string) => void
  /** Default: the folder itself. */
  readonly path?: string
  /** `code` or `code file:line:column`, of each diagnostic. */
  readonly found: readonly string[]
}

const configMap = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n'
const kustomization = (...resources: string[]) => `resources:\n${resources.map(one => `  - ${one}\n`).join('')}`

const cases: Readonly<Record<string, Case>> = {
  'a file that is not YAML': { files: { 'a.yaml': 'a: b: c\n' }, found: ['yaml-syntax a.yaml:1:4'] },
  'a file that is not YAML, in a kustomization': {
    files: { 'kustomization.yaml': kustomization('a.yaml'), 'a.yaml': `${configMap}data: {\n` },
    found: ['yaml-syntax a.yaml'],
  },
  'a kustomization that is not YAML': { files: { 'kustomization.yaml': 'resources: [\n' }, found: ['yaml-syntax'] },
  'binary content': {
    files: {},
    prepare: folder => writeFileSync(join(folder, 'a.yaml'), Buffer.from([0x6b, 0x3a, 0x0a, 0x00, 0x01, 0xff])),
    found: ['file-encoding a.yaml:2:1'],
  },
  'binary content, in a kustomization': {
    files: { 'kustomization.yaml': kustomization('a.yaml') },
    prepare: folder => writeFileSync(join(folder, 'a.yaml'), Buffer.from([0x6b, 0x3a, 0x0a, 0x00, 0x01])),
    found: ['yaml-control-character a.yaml:2:1'],
  },
  'an image named as a manifest': {
    files: {},
    prepare: folder => writeFileSync(join(folder, 'logo.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0x1a])),
    path: 'logo.png',
    found: ['file-encoding logo.png:1:5'],
  },
  'invalid UTF-8': {
    files: {},
    prepare: folder => writeFileSync(join(folder, 'a.yaml'), Buffer.from([0x61, 0x3a, 0x20, 0xc3, 0x28, 0x0a])),
    found: ['file-encoding a.yaml:1:4'],
  },
  'an empty file': { files: { 'a.yaml': '' }, found: ['empty-file a.yaml:1:1'] },
  'a file of comments': { files: { 'a.yaml': '# nothing\n' }, found: ['empty-file a.yaml:1:1'] },
  'a text that is no manifest': {
    files: { 'notes.md': '# Notes\n' },
    path: 'notes.md',
    found: ['empty-file notes.md:1:1'],
  },
  'a YAML file that is no manifest': {
    files: { 'values.yaml': 'replicas: 2\n' },
    path: 'values.yaml',
    found: ['not-a-manifest values.yaml:1:1'],
  },
  'a manifest without a kind': {
    files: { 'a.yaml': 'apiVersion: v1\nmetadata: { name: a }\n' },
    found: ['not-a-resource a.yaml:1:1'],
  },
  'a key that stands twice': {
    files: { 'a.yaml': `${configMap}data:\n  k: a\n  k: b\n` },
    found: ['yaml-duplicate-key a.yaml:7:3'],
  },
  'a merge conflict': {
    files: { 'a.yaml': `${configMap}<<<<<<< HEAD\ndata: { k: a }\n=======\ndata: { k: b }\n>>>>>>> other\n` },
    found: ['yaml-merge-conflict a.yaml:5:1'],
  },
  'a merge conflict in a kustomization': {
    files: { 'kustomization.yaml': '<<<<<<< HEAD\nnamespace: a\n=======\nnamespace: b\n>>>>>>> other\n' },
    found: ['yaml-merge-conflict kustomization.yaml:1:1'],
  },
  'aliases that multiply': {
    files: {
      'a.yaml': `${configMap}data:\n  a: &a [x,x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((name, index) => `  ${name}: &${name} [${Array(10).fill(`*${'abcdefghi'[index]}`).join(',')}]\n`).join('')}`,
    },
    found: ['yaml-alias-bomb a.yaml'],
  },
  'a folder that a kustomization does not find': {
    files: { 'kustomization.yaml': kustomization('../nowhere') },
    found: ['file-not-found kustomization.yaml:2:5'],
  },
  'two kustomization files in one folder': {
    files: { 'kustomization.yaml': 'namespace: a\n', 'kustomization.yml': 'namespace: b\n' },
    found: ['several-kustomizations'],
  },
  'a kustomization that is empty': {
    files: { 'kustomization.yaml': '' },
    found: ['empty-kustomization kustomization.yaml:1:1'],
  },
  'a kustomization that is a list': {
    files: { 'kustomization.yaml': '- a\n' },
    found: ['wrong-type kustomization.yaml:1:1'],
  },
  'a misspelt field of a kustomization': {
    files: { 'kustomization.yaml': 'resource:\n  - a.yaml\n' },
    found: ['unknown-field kustomization.yaml:1:1'],
  },
  'a cycle of kustomizations': {
    files: { 'a/kustomization.yaml': kustomization('../b'), 'b/kustomization.yaml': kustomization('../a') },
    path: 'a',
    found: ['cycle b/kustomization.yaml:2:5'],
  },
  'a file outside of the kustomization': {
    files: { 'app/kustomization.yaml': kustomization('../secret.yaml'), 'secret.yaml': configMap },
    path: 'app',
    found: ['outside-root app/kustomization.yaml:2:5'],
  },
  'a link that leads outside of the kustomization': {
    files: { 'app/kustomization.yaml': kustomization('link.yaml'), 'secret.yaml': configMap },
    prepare: folder => symlinkSync('../secret.yaml', join(folder, 'app/link.yaml')),
    path: 'app',
    found: ['outside-root app/kustomization.yaml:2:5'],
  },
  'a file of 100 MB': {
    files: { 'a.yaml': configMap },
    prepare: folder => truncateSync(join(folder, 'a.yaml'), 100 * 1024 * 1024),
    found: ['file-too-large a.yaml:1:1'],
  },
  'a file of 100 MB, in a kustomization': {
    files: { 'kustomization.yaml': kustomization('a.yaml'), 'a.yaml': configMap },
    prepare: folder => truncateSync(join(folder, 'a.yaml'), 100 * 1024 * 1024),
    found: ['file-too-large kustomization.yaml:2:5'],
  },
  'a pipe among the manifests': {
    files: { 'a.yaml': configMap.replace('name: a', 'name: A') },
    prepare: folder => execFileSync('mkfifo', [join(folder, 'b.yaml')]),
    found: ['invalid-value a.yaml:4:9'],
  },
  'a link that leads nowhere': {
    files: {},
    prepare: folder => symlinkSync('nowhere.yaml', join(folder, 'a.yaml')),
    found: ['unreadable a.yaml:1:1'],
  },
  'a config.json that is not JSON': {
    files: { 'config.json': '{ "site_id": "001", }\n' },
    found: ['config-syntax config.json:1:21'],
  },
  'a config.json that nests without end': {
    files: { 'config.json': '['.repeat(100_000) },
    found: ['config-syntax config.json:1:102'],
  },
}

describe('bad input is a diagnostic at its place', () => {
  it.each(Object.entries(cases))('%s', (_, { files, prepare, path = '.', found }) => {
    const folder = writeTree(files)
    prepare?.(folder)
    const { environment, output } = capture(folder)
    expect(validate([path], { format: 'json', release: '3.2.8', all: false }, environment)).toBe(1)
    const { diagnostics } = JSON.parse(output())
    expect(diagnostics.map(toText(found))).toEqual(found)
  })
})

/** Each diagnostic as far as the expectation at the same index goes into detail. */
function toText(found: readonly string[]) {
  return ({ code, file, line, column }: Record<string, string>, index: number) => {
    const [, place = ''] = (found[index] ?? '').split(' ')
    if (place === '') return code
    return place.includes(':') ? `${code} ${file}:${line}:${column}` : `${code} ${file}`
  }
}

describe('a run that cannot be finished says so in one sentence', () => {
  it.each([
    ['a path that does not exist', {}, ['nowhere'], {}],
    ['a folder in which there is nothing', { 'README.md': 'Nothing\n' }, ['.'], {}],
    ['a Kubernetes version without schemas', { 'a.yaml': configMap }, ['.'], { kubernetes: '1.12' }],
    ['a FogFlow release without a schema', { 'a.yaml': configMap }, ['.'], { release: '9' }],
  ])('%s', (_, files, paths, options) => {
    const { environment } = capture(writeTree(files))
    const run = () => validate(paths, { format: 'text', release: '3.2.8', all: false, ...options }, environment)
    expect(run).toThrow(CannotFinish)
    expect(run).toThrow(/^[^\n]+$/)
  })
})
