import { resolveTag } from '../yaml/resolve-tag.ts'
import { isTimestamp } from '../yaml/timestamp.ts'

/** Numbers in base 60 are none to go-yaml, but it quotes them for other YAML 1.1 readers. */
const BASE_60 = /^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$/
/** A sign behind the prefix: an integer to go-yaml's parser of binary numbers. */
const SIGNED_BINARY = /^0b[-+][01]{1,63}$/

/** Whether YAML 1.1 readers take this text for a string when it stands without quotes. */
export function resolvesToString(text: string): boolean {
  if (resolveTag(text, 'v2') !== 'str') return false
  if (!/^[-+\d]/.test(text)) return true
  return !isTimestamp(text) && !BASE_60.test(text) && !SIGNED_BINARY.test(text.replaceAll('_', ''))
}
