import { basename } from 'node:path'
import type { Node } from 'kustomize-ts'

/** What a file is to this toolchain; `other` is none of its business. */
type FileKind = 'manifests' | 'config' | 'compose' | 'nginx' | 'other'

const isYaml = (file: string) => /\.(ya?ml|json)$/i.test(file)
const isNginx = (file: string) => /(^|[/.-])nginx([.-].*)?\.conf$/.test(file)
const isCompose = (file: string) => /^(docker-)?compose([.-].*)?\.ya?ml$/.test(basename(file))

/** What the name alone tells: whether it pays to read the file. */
export function classifyName(file: string): FileKind | 'unknown' {
  if (isNginx(file)) return 'nginx'
  if (isCompose(file)) return 'compose'
  if (basename(file) === 'config.json') return 'config'
  return isYaml(file) ? 'unknown' : 'other'
}

/** What the documents of a YAML or JSON file tell. A file with anything of a manifest counts as manifests, so that what is missing is said. */
export function classifyDocuments(file: string, documents: readonly Node[]): FileKind {
  if (documents.some(document => hasKey(document, 'apiVersion', 'kind'))) return 'manifests'
  if (/\.json$/i.test(file) && documents.some(isFogFlowConfig)) return 'config'
  return documents.some(document => hasKey(document, 'services')) ? 'compose' : 'other'
}

/** Two components named at the root: nothing else that is JSON looks like it. */
function isFogFlowConfig(document: Node): boolean {
  const components = ['discovery', 'broker', 'master', 'worker', 'designer', 'rabbitmq']
  return components.filter(component => hasKey(document, component)).length >= 2
}

function hasKey(node: Node, ...keys: readonly string[]): boolean {
  return node.kind === 'map' && keys.some(key => node.entries.has(key))
}
