/** What a machine reads of a pull request, in a comment that GitHub does not show. */
const marker = /<!-- fogflow-gitops ([^<>]*) -->/g

/** The state as an HTML comment. No text in it can end the comment, or begin another one. */
export function formatState(state: object): string {
  const json = JSON.stringify(state).replace(/[<>]/g, found => (found === '<' ? '\\u003c' : '\\u003e'))
  return `<!-- fogflow-gitops ${json} -->`
}

/**
 * The state in the text of a pull request, whatever people wrote around it; undefined where there is none. It is the last
 * one: what stands in front of it may be quoted from others.
 */
export function parseState(body: string): unknown {
  const [, json] = [...body.matchAll(marker)].at(-1) ?? []
  try {
    return json === undefined ? undefined : JSON.parse(json)
  } catch {
    return undefined
  }
}
