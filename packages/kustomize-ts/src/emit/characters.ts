/** What YAML 1.1 takes for a line break, beside the line feed. */
export function isBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x85 || code === 0x2028 || code === 0x2029
}

/**
 * Whether a character may stand unescaped. Narrower than YAML 1.1, as go-yaml v2 has it: no tab, no byte order mark,
 * and nothing outside the basic plane (a surrogate here is half of such a character).
 */
export function isPrintable(code: number): boolean {
  if (code < 0x7f) return code >= 0x20 || code === 0x0a
  if (code < 0xa0 || (code >= 0xd800 && code <= 0xdfff)) return false
  return code !== 0xfeff && code < 0xfffe
}
