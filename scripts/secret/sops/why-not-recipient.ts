import { Encrypter } from 'age-encryption'

/**
 * Why a text is no age recipient, or undefined. A private key is told apart, and never quoted. Only X25519 recipients
 * are taken: what sops and Flux of every age can decrypt.
 */
export function whyNotRecipient(text: string): string | undefined {
  if (/AGE-SECRET-KEY/i.test(text)) return 'it is a private key: take it out, make a new pair and use its public half'
  if (!/^age1[a-z0-9]{58}$/.test(text))
    return `${JSON.stringify(text)} is not of the form age1… with 58 lower-case letters and digits behind it`
  try {
    new Encrypter().addRecipient(text)
    return undefined
  } catch {
    return `the checksum in ${JSON.stringify(text)} is wrong: a character was changed or lost`
  }
}
