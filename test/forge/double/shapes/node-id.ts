/** GitHub gives every object an opaque id beside its number. */
export function toNodeId(kind: string, id: number | string): string {
  return Buffer.from(`${kind}:${id}`).toString('base64')
}
