/**
 * Makes the tables in src/tables from the Go modules of kustomize: `npm run tables --workspace kustomize-ts`. Needs Go
 * and its module proxy; users and the build need neither.
 */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { parse } from 'yaml'
import { type OpenApiDefinitions, reduceOpenApi } from '../src/tables/reduce-open-api.ts'

const VERSION = 'v0.21.1'
const folder = import.meta.dirname
const target = `${folder}/../src/tables`

/** What `go mod download -json` says of a module. */
interface Module {
  readonly Path: string
  readonly Version: string
  readonly Sum: string
  readonly Dir: string
}

/** What main.go prints. */
interface Tables {
  readonly fieldSpecs: Readonly<Record<string, string>>
  readonly orders: { readonly defaultOrderFirst: string[]; readonly defaultOrderLast: string[] }
  readonly namespaced: Readonly<Record<string, boolean>>
  readonly definitions: OpenApiDefinitions
}

function go(...args: string[]): string {
  return execFileSync('go', args, { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
}

function download(name: string): Module {
  return JSON.parse(go('mod', 'download', '-json', `sigs.k8s.io/kustomize/${name}@${VERSION}`))
}

function write(name: string, value: unknown): void {
  writeFileSync(`${target}/${name}.json`, `${JSON.stringify(value)}\n`)
}

/** Field specs of all transformers in one object. Parts of documents (lists) stand in them a second time: leave them. */
function joinFieldSpecs(texts: Readonly<Record<string, string>>): object {
  const documents = Object.keys(texts)
    .sort()
    .map(name => parse(texts[name] ?? ''))
  return Object.assign({}, ...documents.filter(document => !Array.isArray(document)))
}

function keysWhere(table: Readonly<Record<string, boolean>>, wanted: boolean): string[] {
  return Object.keys(table)
    .filter(key => table[key] === wanted)
    .sort()
}

const modules = [download('api'), download('kyaml')]
const tables: Tables = JSON.parse(go('run', '.', ...modules.map(module => module.Dir)))
write('field-specs', joinFieldSpecs(tables.fieldSpecs))
write('legacy-order', { first: tables.orders.defaultOrderFirst, last: tables.orders.defaultOrderLast })
write('scopes', { namespaced: keysWhere(tables.namespaced, true), cluster: keysWhere(tables.namespaced, false) })
write('merge-schema', reduceOpenApi(tables.definitions))
write('provenance', { modules: modules.map(({ Path, Version, Sum }) => ({ path: Path, version: Version, sum: Sum })) })
