// Runs the toolchain from a bundle that is always the bundle of the sources as they are: its name is their hash.
// A bundle starts about half a second sooner than running TypeScript through a loader.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'node_modules/.cache/fogflow-gitops')
const sources = ['scripts', 'packages/kustomize-ts/src']

const isSource = name => /\.(ts|json|mjs)$/.test(name) && !/\.test\.ts$|testdata/.test(name)

function hashOfSources() {
  const hash = createHash('sha256').update(process.version)
  for (const source of sources) {
    const names = readdirSync(join(root, source), { recursive: true }).filter(isSource).sort()
    for (const name of names) hash.update(`\0${name}\0`).update(readFileSync(join(root, source, name)))
  }
  return hash
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
    .slice(0, 16)
}

/** Written under another name first, so that two runs at once never load half a bundle. */
async function bundle(file) {
  const { buildSync } = await import('esbuild')
  const built = buildSync({
    entryPoints: [join(root, 'scripts/cli.ts')],
    absWorkingDir: root,
    bundle: true,
    minify: true,
    keepNames: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    conditions: ['source'],
    define: { 'import.meta.url': '__bundleUrl' },
    banner: { js: `const __bundleUrl=${JSON.stringify(new URL('./cli.ts', import.meta.url).href)};` },
    write: false,
  })
  mkdirSync(folder, { recursive: true })
  for (const old of readdirSync(folder)) rmSync(join(folder, old), { recursive: true, force: true })
  writeFileSync(`${file}.${process.pid}`, built.outputFiles[0].contents)
  renameSync(`${file}.${process.pid}`, file)
}

const file = join(folder, `cli-${hashOfSources()}.cjs`)
if (!existsSync(file)) await bundle(file)
if (process.argv[2] !== '--prepare') createRequire(import.meta.url)(file)
