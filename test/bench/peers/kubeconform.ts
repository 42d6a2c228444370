import { location } from '../../../schemas/kubernetes/index.ts'
import type { Peer, PeerFinding } from './peer.ts'

interface Report {
  readonly resources: readonly {
    readonly filename: string
    readonly kind: string
    readonly name: string
    readonly status: string
    readonly msg: string
    readonly validationErrors?: readonly { readonly path: string; readonly msg: string }[]
  }[]
}

function listFindings({ filename: file, kind, name, status: check, msg, validationErrors }: Report['resources'][0]) {
  const common = { file, object: `${kind}/${name}`, check }
  if (!validationErrors?.length) return [{ ...common, message: msg }]
  return validationErrors.map(({ path: pointer, msg: message }): PeerFinding => ({ ...common, message, pointer }))
}

/** `spec.containers[0].image` → `/spec/containers/0/image` */
const toPointer = (path: string) => `/${path.replace(/\[(\d+)\]/g, '.$1').replaceAll('.', '/')}`

/** A key that may not be there is named in the message, the pointer is that of the map which has it. */
function isAtField({ pointer, message }: PeerFinding, field: string): boolean {
  const end = field.lastIndexOf('/')
  return pointer === field || (pointer === field.slice(0, end) && message.includes(`'${field.slice(end + 1)}'`))
}

/** kubeconform, strict, with the schemas of this repository: what violates a schema is about the field's defect. */
export const kubeconform: Peer = {
  tool: 'kubeconform',
  listArguments: files => [
    ...['-strict', '-output', 'json', '-kubernetes-version', '1.34.0', '-schema-location', location],
    ...files,
  ],
  // Without -verbose only what is not valid is listed.
  readFindings: output => (JSON.parse(output) as Report).resources.flatMap(listFindings),
  isAbout: (finding, { path }) => isAtField(finding, toPointer(path)),
}
