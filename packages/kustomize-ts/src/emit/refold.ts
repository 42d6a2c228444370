import { parseDocuments } from '../yaml/parse-documents.ts'
import { inspectText } from './inspect-text.ts'

/**
 * What becomes of a text in folded style (`>`) when go-yaml v3 writes it and reads it again, as it does with every
 * resource on its way out: lines that begin with a space gain an empty line before them.
 */
export function refold(text: string): string {
  if (!isWrittenFolded(text)) return text
  const [root] = parseDocuments(`text: ${writeFolded(text)}`, '').documents
  const value = root?.kind === 'map' ? root.entries.get('text')?.value : undefined
  return value?.kind === 'scalar' ? value.text : text
}

/** The others get double quotes, in which nothing is lost. Tabs do not matter to v3. */
function isWrittenFolded(text: string): boolean {
  return text.includes('\n') && inspectText(text.replaceAll('\t', '.')).block
}

function writeFolded(text: string): string {
  // v3 looks at the start of the text where it means to look at the next line.
  const separates = !/^\n*(?:[ \t]|$)/.test(text)
  const lines = text.split('\n').map((line, index, all) => {
    if (index === all.length - 1) return line === '' ? '' : `  ${line}`
    if (line === '') return '\n'
    return `  ${line}\n${separates && !/^[ \t]/.test(line) ? '\n' : ''}`
  })
  return `>${hints(text)}\n${lines.join('')}`
}

function hints(text: string): string {
  const indentation = /^[ \n]/.test(text) ? '2' : ''
  if (!text.endsWith('\n')) return `${indentation}-`
  return text === '\n' || text.endsWith('\n\n') ? `${indentation}+` : indentation
}
