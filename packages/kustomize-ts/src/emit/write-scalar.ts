import type { ScalarNode } from '../model/node.ts'
import { parseBoolean } from '../yaml/resolve-tag.ts'
import { printTimestamp } from '../yaml/timestamp.ts'
import { formatFloat, formatInteger, readNumber } from './number.ts'
import type { Place } from './place.ts'
import { writeText } from './write-text.ts'

export function writeScalar(node: ScalarNode, place: Place): string {
  switch (node.tag) {
    case 'str':
      return writeText(foldNextLines(node.text), place)
    case 'int':
      return formatInteger(node.text)
    case 'float':
      return formatFloat(readNumber(node.text))
    case 'bool':
      return String(parseBoolean(node.text))
    case 'null':
      return 'null'
    case 'timestamp':
      return writeText(printTimestamp(node.text), place)
  }
}

/**
 * JSON leaves the next-line character as it is, and YAML 1.1 takes it for a line break when it reads the JSON: the
 * spaces around it go, one becomes a space, more become line feeds.
 */
function foldNextLines(text: string): string {
  if (!text.includes('\x85')) return text
  return text.replace(/ *\x85[ \x85]*/g, run => '\n'.repeat(run.replaceAll(' ', '').length - 1) || ' ')
}
