// Runs the toolchain from a bundle that is always the bundle of the sources as they are: its name is their hash.
// A bundle starts about half a second sooner than running TypeScript through a loader.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { Script } from 'node:vm'

// A run is short: by the time V8 has optimized a function it is mostly over. This makes it wait for functions that are
// called about four times as often as it would by default: less processor time, and the second core compiles the rest
// meanwhile. Half of it costs a quarter more processor time, twice as much is slower (validate, two cores).
setFlagsFromString('--interrupt-budget=300000')

const root = fileURLToPath(new URL('..', import.meta.url))
const cache = join(root, 'node_modules/.cache/fogflow-gitops')
const sources = ['scripts', 'packages/kustomize-ts/src', 'schemas']

/** The schemas of Kubernetes and FogFlow are data: read when they are needed, no part of the bundle. */
const isData = path => /(^|\/)testdata$|^schemas\/(kubernetes\/(v\d[^/]*|crds|make)|fogflow)$/.test(path)
const isSource = path => /\.(ts|json|mjs)$/.test(path) && !path.endsWith('.test.ts')

/** The sources below a folder, by their paths from the root. */
function listSources(folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  return entries.flatMap(entry => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return isData(path) ? [] : listSources(path)
    return isSource(path) ? [path] : []
  })
}

function hashOfSources() {
  // The bundle knows where its sources stand: in a copy of the repository it would work on the original.
  const hash = createHash('sha256').update(process.version).update(root)
  for (const path of [...sources.flatMap(listSources).sort(), 'package-lock.json'])
    hash.update(`\0${path}\0`).update(readFileSync(join(root, path)))
  return hash.digest('hex').slice(0, 16)
}

/** In a bundle every module must still know where its own source stands. */
const keepModuleUrls = {
  name: 'keep-module-urls',
  setup: build =>
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
      loader: 'ts',
    })),
}

async function bundle() {
  const { build } = await import('esbuild')
  const { outputFiles, metafile } = await build({
    entryPoints: [join(root, 'scripts/cli.ts')],
    absWorkingDir: root,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    conditions: ['source'],
    // Megabytes that one command needs, and is then loaded as it is installed.
    external: ['@kubernetes/client-node', '@octokit/*'],
    supported: { 'dynamic-import': false }, // a script of node:vm can require, but not import
    plugins: [keepModuleUrls],
    logLevel: 'silent',
    write: false,
    metafile: true,
  })
  refuseUnhashed(Object.keys(metafile.inputs))
  return Buffer.from(outputFiles[0].contents)
}

/** An input that is not part of the hash could change without a new bundle. */
function refuseUnhashed(inputs) {
  const hashed = new Set(sources.flatMap(listSources))
  const stray = inputs.find(input => !/(^|\/)node_modules\//.test(input) && !hashed.has(input))
  if (stray) throw new Error(`${stray} belongs to the toolchain, but not to the sources of scripts/start.mjs`)
}

function read(file) {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

/**
 * Written under another name first, so that two runs at once never load half a file. Where nothing may be written, the
 * next run makes the bundle again.
 */
function save(file, contents) {
  try {
    mkdirSync(cache, { recursive: true })
    writeFileSync(`${file}.${process.pid}`, contents)
    renameSync(`${file}.${process.pid}`, file)
    removeOld()
  } catch {}
}

/** Keeps the newest few: another run may be about to load one of them. */
function removeOld() {
  const files = readdirSync(cache).map(name => join(cache, name))
  const byAge = files.map(file => ({ file, time: statSync(file).mtimeMs })).sort((a, b) => b.time - a.time)
  for (const { file } of byAge.slice(10)) rmSync(file, { force: true })
}

/** Runs the bundle as a CommonJS module. V8 keeps the code that it compiled, so that the next run need not. */
function run(file, code) {
  const source = `(function(exports,require,module,__filename,__dirname){${code}\n})`
  const compiled = `${file}.v8`
  const cachedData = read(compiled)
  const script = new Script(source, { filename: file, ...(cachedData && { cachedData }) })
  const module = { exports: {} }
  script.runInThisContext()(module.exports, createRequire(pathToFileURL(file)), module, file, dirname(file))
  if (cachedData && !script.cachedDataRejected) return
  process.once('exit', () => save(compiled, script.createCachedData()))
}

async function start() {
  const file = join(cache, `cli-${hashOfSources()}.cjs`)
  let code = read(file)
  if (!code) {
    code = await bundle()
    save(file, code)
  }
  if (process.argv[2] !== '--prepare') run(file, code)
}

try {
  await start()
} catch (error) {
  // `npm ci` prepares the bundle, but must not fail for want of it: the next run says what is wrong.
  if (process.argv[2] === '--prepare') console.warn(`the toolchain could not be bundled: ${error.message}`)
  else {
    console.error(`error: the toolchain does not start: ${error.message} (is everything installed? \`npm ci\`)`)
    process.exitCode = 2
  }
}
