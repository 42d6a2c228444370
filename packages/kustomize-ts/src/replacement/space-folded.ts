import type { Scalar } from 'yaml'

/** Marks a folded text with a line end, behind which go-yaml leaves a line empty. */
export function markFolded(scalar: Scalar): undefined {
  if (scalar.type !== 'BLOCK_FOLDED' || !/[^\n]\n$/.test(String(scalar.value))) return
  scalar.comment = `${MARK}${scalar.comment ?? ''}`
}

const MARK = '\u0001'
const MARKED = new RegExp(` #${MARK}(.*)$`)

/** A printed document with an empty line behind each text that was marked, and no more marks. */
export function spaceFolded(text: string): string {
  if (!text.includes(MARK)) return text
  const spaced: string[] = []
  /** How far the block is indented that is being read; 0 before its first line. */
  let block: number | undefined
  for (const line of text.split('\n')) {
    if (block === 0) block = indentOf(line)
    else if (block !== undefined && line !== '' && indentOf(line) < block) {
      spaced.push('')
      block = undefined
    }
    if (MARKED.test(line)) block = 0
    spaced.push(line.replace(MARKED, (_, comment: string) => (comment === '' ? '' : ` #${comment}`)))
  }
  return spaced.join('\n')
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}
