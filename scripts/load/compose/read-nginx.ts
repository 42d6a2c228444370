import { basename } from 'node:path'
import type { Composition } from '../../model/composition.ts'
import { toConfigMap } from './read-compose.ts'
import { makeResource } from './service.ts'
import { fileOf, mapOf, seqOf, textOf } from './tree.ts'

/** An nginx configuration of which nobody says who runs it: that of some nginx, among hosts that are not known. */
export function readNginx(file: string, text: string, nameOf: (path: string) => string): Composition {
  const content = fileOf(file, text)
  const { at } = content
  const key = basename(file)
  const items = seqOf(at, [mapOf(at, { key: textOf(key, at), path: textOf(key, at) })])
  const volume = mapOf(at, { name: textOf('conf', at), configMap: mapOf(at, { name: textOf(file, at), items }) })
  const mount = mapOf(at, {
    name: textOf('conf', at),
    mountPath: textOf('/etc/nginx/nginx.conf', at),
    subPath: textOf(key, at),
  })
  const container = mapOf(at, {
    name: textOf('nginx', at),
    image: textOf('nginx@unknown', at), // no tag, of which a person would be told
    volumeMounts: seqOf(at, [mount]),
  })
  const pod = mapOf(at, { containers: seqOf(at, [container]), volumes: seqOf(at, [volume]) })
  const spec = mapOf(at, { template: mapOf(at, { spec: pod }) })
  const resources = [makeResource('apps/v1', 'Deployment', 'nginx', at, { spec }), toConfigMap({ path: file, content })]
  return { file, files: [file], unit: { name: nameOf(file), kind: 'compose', complete: false, resources } }
}
