import { armor, Encrypter } from 'age-encryption'

/** The data key, encrypted for one age recipient, as SOPS keeps it. Throws where the recipient is not one. */
export async function wrapDataKey(key: Uint8Array, recipient: string): Promise<string> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  return armor.encode(await encrypter.encrypt(key))
}
