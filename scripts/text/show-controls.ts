/**
 * Characters that a terminal or a browser would act on instead of showing them: C0 and C1 controls other than tab and
 * line feed, the separators that some readers take for line ends, and those that turn the direction of text; and halves
 * of characters, which no encoding has.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\p{Surrogate}]/gu

/** The text with such characters written out, as `\u001b`. */
export function showControls(text: string): string {
  return text.replace(control, found => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
