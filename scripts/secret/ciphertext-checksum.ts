import { createHash } from 'node:crypto'
import { type Node, parseDocuments, toValue } from 'kustomize-ts'

/**
 * What changes when `npm run secret` writes a new password, as 16 hexadecimal digits for an annotation of the pods that
 * use it; undefined where the text has no ciphertext (an ExternalSecret, or no Secret at all). Comments, labels and the
 * recipients of a SOPS file do not count: they do not change the password.
 */
export function ciphertextChecksum(text: string): string | undefined {
  const [root] = parseDocuments(text, '').documents
  const secret = field(root, 'stringData') ?? field(root, 'data') ?? field(field(root, 'spec'), 'encryptedData')
  if (secret === undefined) return undefined
  return createHash('sha256')
    .update(JSON.stringify(toValue(secret)))
    .digest('hex')
    .slice(0, 16)
}

function field(node: Node | undefined, key: string): Node | undefined {
  const value = node?.kind === 'map' ? node.entries.get(key)?.value : undefined
  return value?.kind === 'map' ? value : undefined
}
