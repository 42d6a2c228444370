/**
 * An object that a pull request carries for the next run, as a comment that Markdown does not show. No text in it can end
 * the comment; `name` says what kind of pull request it is.
 */
export function formatHidden(name: string, value: object): string {
  const json = JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, escapeCharacter)
  return `<!-- ${name}: the next run reads this, do not change it ${json} -->`
}

/**
 * The object in the text of a pull request, whatever people have written around it, and also where somebody has folded or
 * indented the line. Undefined where it is not there exactly once: a second one is not ours.
 */
export function parseHidden(name: string, body: string): unknown {
  const marked = new RegExp(`<!--\\s*${name}:[^{}]*?(\\{[^<>]*\\})\\s*-->`, 'g')
  const [first, second] = [...body.matchAll(marked)]
  return first === undefined || second !== undefined ? undefined : parseJson(first[1] ?? '')
}

/** Text that comes from elsewhere must not look as if we had hidden something in it. */
export function withoutHidden(name: string, text: string): string {
  return text.replaceAll(`${name}:`, `${name}\u200b:`)
}

const escapeCharacter = (one: string) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
