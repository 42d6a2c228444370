/** One document's text and its offset in the file. */
export interface DocumentText {
  readonly text: string
  readonly offset: number
}

/** A separator line with text that is no comment after its `---`. */
export interface BadSeparator {
  readonly line: string
  readonly offset: number
}

/**
 * Cuts a file at its lines that start with `---`, as kustomize does before it parses anything: what stands behind the
 * dashes must be a comment, or the whole file is refused (a document that begins on the separator's line, say).
 */
export function splitDocuments(text: string): { readonly documents: DocumentText[]; readonly bad?: BadSeparator } {
  const documents: DocumentText[] = []
  let offset = 0
  for (const match of text.matchAll(/\n---(.*)\n/g)) {
    const rest = (match[1] ?? '').trim()
    if (rest !== '' && !rest.startsWith('#'))
      return { documents, bad: { line: `---${match[1]}`, offset: match.index + 1 } }
    documents.push({ text: text.slice(offset, match.index + 1), offset })
    offset = match.index + match[0].length
  }
  documents.push({ text: text.slice(offset), offset })
  return { documents }
}
