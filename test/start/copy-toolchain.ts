import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from '../../scripts/testing/capture.ts'

/** Copies the toolchain into a folder, with a node_modules of its own, so that it has a cache of its own. */
export function copyToolchain(root: string): void {
  for (const name of ['scripts', 'packages', 'package.json', 'package-lock.json', 'schemas'])
    cpSync(join(repository, name), join(root, name), { recursive: true })
  mkdirSync(join(root, 'node_modules'))
  const workspaces: Readonly<Record<string, string>> = {
    'kustomize-ts': 'packages/kustomize-ts',
    'kubernetes-json-schema': 'schemas/kubernetes',
  }
  for (const name of readdirSync(join(repository, 'node_modules')).filter(name => name !== '.cache')) {
    const own = workspaces[name] // a relative link, as npm makes it: it leads to the package beside it in a copy, too
    symlinkSync(own ? `../${own}` : join(repository, 'node_modules', name), join(root, 'node_modules', name))
  }
}
