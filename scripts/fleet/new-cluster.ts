import type { Value } from '../generate/text/derived.ts'
import { writeYaml } from '../generate/text/write-yaml.ts'

type Tree = { [key: string]: Value | undefined }

/** The text of a new cluster.yaml with these settings, in the order in which they are given. */
export function writeClusterYaml(name: string, settings: readonly (readonly [readonly string[], unknown])[]): string {
  const tree: Tree = {}
  for (const [path, value] of settings) put(tree, path, value as Value)
  const schema = `${'../'.repeat(name.split('/').length + 1)}schemas/cluster.schema.json`
  const lines = writeYaml(tree).map(({ text }) => text)
  return `${[`# yaml-language-server: $schema=${schema}`, ...lines].join('\n')}\n`
}

function put(tree: Tree, [key = '', ...rest]: readonly string[], value: Value): void {
  if (rest.length === 0) {
    tree[key] = value
    return
  }
  const inner = (tree[key] ?? {}) as Tree
  tree[key] = inner as Value
  put(inner, rest, value)
}
