import type { Block, Value } from '../text/derived.ts'
import { writeYaml } from '../text/write-yaml.ts'

/** What a patch applies to; kustomize reads kind and name as regular expressions. */
export interface Target {
  readonly kind: string
  readonly name?: string
  readonly labelSelector?: string
}

/** A patch with the fields to set, written into the kustomization itself. */
export function mergePatch(target: Target, fields: { readonly [key: string]: Value | undefined }): Value {
  const any = { apiVersion: 'v1', kind: 'Any', metadata: { name: 'any' } }
  return { target: { ...target }, patch: block({ ...any, ...fields }) }
}

/** Operations of RFC 6902, where a list must not be replaced. */
export function jsonPatch(target: Target, operations: readonly Value[]): Value {
  const { lines } = block({ operations })
  return {
    target: { ...target },
    patch: { lines: lines.slice(1).map(({ text, ...line }) => ({ ...line, text: text.slice(2) })) },
  }
}

function block(document: { readonly [key: string]: Value | undefined }): Block {
  return { lines: writeYaml(document) }
}
