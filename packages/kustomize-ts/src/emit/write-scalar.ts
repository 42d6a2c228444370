import type { Diagnostic } from '../model/diagnostic.ts'
import type { ScalarNode } from '../model/node.ts'
import { parseBoolean } from '../yaml/resolve-tag.ts'
import { printTimestamp } from '../yaml/timestamp.ts'
import { formatFloat, formatInteger, readNumber } from './number.ts'
import type { Place } from './place.ts'
import { writeText } from './write-text.ts'

/** What go-yaml v2 refuses in the JSON through which kustomize hands it a resource. */
const CONTROL_CHARACTER = /[\x7f\x80-\x84\x86-\x9f\ufffe\uffff]/

export function writeScalar(node: ScalarNode, place: Place, diagnostics: Diagnostic[]): string {
  switch (node.tag) {
    case 'str':
      return writeString(node, place, diagnostics)
    case 'int':
      return formatInteger(node.text)
    case 'float':
      return writeFloat(node, diagnostics)
    case 'bool':
      return String(parseBoolean(node.text))
    case 'null':
      return 'null'
    case 'timestamp':
      return writeText(printTimestamp(node.text), place)
  }
}

function writeString(node: ScalarNode, place: Place, diagnostics: Diagnostic[]): string {
  const control = CONTROL_CHARACTER.exec(node.text)
  if (control) {
    const code = (control[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
    diagnostics.push({
      code: 'control-character',
      severity: 'error',
      message: `the value has the control character U+${code}, which kustomize cannot write`,
      fix: 'remove the character, or keep the value in binaryData',
      source: node.at,
    })
  }
  return writeText(foldNextLines(node.text), place)
}

/**
 * JSON leaves the next-line character as it is, and YAML 1.1 takes it for a line break when it reads the JSON: the
 * spaces around it go, one becomes a space, more become line feeds.
 */
function foldNextLines(text: string): string {
  if (!text.includes('\x85')) return text
  return text.replace(/ *\x85[ \x85]*/g, run => '\n'.repeat(run.replaceAll(' ', '').length - 1) || ' ')
}

function writeFloat(node: ScalarNode, diagnostics: Diagnostic[]): string {
  const value = readNumber(node.text)
  if (!Number.isFinite(value)) {
    diagnostics.push({
      code: 'number-not-finite',
      severity: 'error',
      message: `${node.text} has no form in JSON, so no Kubernetes object can hold it`,
      fix: 'write a finite number, or quote the text',
      source: node.at,
    })
  }
  return formatFloat(value)
}
