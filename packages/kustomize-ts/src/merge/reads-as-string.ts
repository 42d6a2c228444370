import { parseDocuments } from '../yaml/parse-documents.ts'
import { resolveTag } from '../yaml/resolve-tag.ts'

/** Whether a text has anything that could make more of it than a word. */
const STRUCTURE = /^ | $|[-\t:#?[\]{}&*!|>'"%@`]/

/** A line that can only be one plain scalar, unless it holds an end of one: most names and images. */
const LINE = /^[\w/$][ -~]*$/
const END_OF_SCALAR = /: |:$| #| $/

/**
 * Whether a YAML 1.1 parser makes a string of a text: `a: b` is a map to it, and `# a` nothing. What it cannot read
 * counts as a string (kyaml, IsValueNonString).
 */
export function readsAsString(text: string): boolean {
  if (resolveTag(text, 'v2') !== 'str') return false
  // A directive without a document is an error.
  if (!STRUCTURE.test(text) || text.startsWith('%')) return true
  if (LINE.test(text) && !END_OF_SCALAR.test(text)) return true
  const { documents, diagnostics } = parseDocuments(text, '', {
    dialect: 'v2',
    duplicateKeys: 'warning',
    otherKeys: 'keep',
  })
  if (diagnostics.some(({ severity }) => severity === 'error')) return true
  const [first] = documents
  return first?.kind === 'scalar' && first.tag === 'str'
}
