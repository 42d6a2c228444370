#!/usr/bin/env node
/** Starts the command. In its repository, where the sources are, what they say now; elsewhere what was built of them. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const source = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))

async function bundle() {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [source],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // The yaml package asks for modules of Node by `require`.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire('file:///')" },
  })
  return `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
}

await import(existsSync(source) ? await bundle() : '../dist/cli/main.js')
