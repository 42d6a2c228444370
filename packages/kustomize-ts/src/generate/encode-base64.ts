/** Base64 as kustomize writes it: in lines of 70 characters, each with a line end, once it is longer than 69. */
export function encodeBase64(bytes: Uint8Array): string {
  const encoded = Buffer.from(bytes).toString('base64')
  if (encoded.length < 70) return encoded
  return (encoded.match(/.{1,70}/g) ?? []).map(line => `${line}\n`).join('')
}
