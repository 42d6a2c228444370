import type { Cluster } from '../../model/cluster.ts'
import type { GeneratedFile } from '../../model/generated-file.ts'
import type { Value } from './derived.ts'
import { addHeader, headerLines } from './header.ts'
import { writeYaml } from './write-yaml.ts'

/** One generated file of a cluster, below the cluster's folder, from the documents in it. */
export function toFile(
  cluster: Cluster,
  name: string,
  ...documents: readonly { readonly [key: string]: Value | undefined }[]
): GeneratedFile {
  const folder = `clusters/${cluster.name}`
  const lines = documents.flatMap((document, index) => [
    ...(index > 0 ? [{ text: '---' }] : []),
    ...writeYaml(document),
  ])
  const body = `${lines.map(({ text }) => text).join('\n')}\n`
  const origins = lines.map(line => ('from' in line ? line.from : undefined))
  const header: undefined[] = Array(headerLines).fill(undefined)
  const text = addHeader(body, `${folder}/cluster.yaml`)
  return { path: `${folder}/${name}`, text, cluster, origins: [...header, ...origins] }
}
