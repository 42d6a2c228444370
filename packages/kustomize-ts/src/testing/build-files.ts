import { type BuildOptions, type BuildResult, build } from '../build/build.ts'
import { createMemoryFileSystem } from '../source/memory.ts'

/** Builds the folder `/app` (or another) of files in memory, whose paths are relative to it. */
export function buildFiles(
  files: Readonly<Record<string, string>>,
  folder = '/app',
  options: BuildOptions = {},
): BuildResult {
  const absolute = Object.entries(files).map(([path, text]) => [path.startsWith('/') ? path : `/app/${path}`, text])
  return build(folder, { fileSystem: createMemoryFileSystem(Object.fromEntries(absolute)), ...options })
}

/** The diagnostics of a build as `code file:line:column`. */
export function problemsOf(result: BuildResult): readonly string[] {
  return result.diagnostics.map(({ code, source }) => `${code} ${source?.file}:${source?.line}:${source?.column}`)
}

/** A ConfigMap of this name, as a build prints it. */
export function configMap(name: string, data = 'a: b'): string {
  return `apiVersion: v1\ndata:\n  ${data}\nkind: ConfigMap\nmetadata:\n  name: ${name}\n`
}
