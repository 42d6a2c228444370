import { type MapNode, nodeAt } from 'kustomize-ts'
import { type Described, describeError } from '../../schema/describe-error.ts'
import { describePath } from '../../schema/quote.ts'
import type { SchemaError } from '../../schema/schema.ts'

/** What a schema error says to whoever wrote the file: with the value as it stands there, and what its key is for. */
export function describeSettingsError(error: SchemaError, root: MapNode): Described {
  const described = describeError(error)
  const text = described.at === 'value' ? plainText(error, root) : undefined
  if (text !== undefined && wantsText(error, text)) {
    const message = `${describePath(error.path)} is ${text}, which YAML takes for ${kindOf(error.value)} where a text belongs`
    return { ...described, message, fix: `put it in quotes: "${text}"` }
  }
  return { ...explain(error), ...described }
}

/** 007 is the number 7 to YAML, and a person who wants it as a text means 007. */
function plainText({ path, value }: SchemaError, root: MapNode): string | undefined {
  const node = nodeAt(root, path)
  const isPlain = typeof value === 'number' || typeof value === 'boolean'
  return isPlain && node?.kind === 'scalar' ? node.text : undefined
}

function wantsText({ keyword, schema }: SchemaError, text: string): boolean {
  if (keyword === 'enum') return [schema.enum].flat().includes(text)
  return keyword === 'type' && [schema.type].flat().includes('string')
}

const kindOf = (value: unknown) => (typeof value === 'number' ? 'a number' : 'true or false')

function explain({ schema: { title, description } }: SchemaError): Pick<Described, 'fix'> {
  if (typeof title !== 'string') return {}
  if (typeof description !== 'string') return { fix: `write ${title}` }
  const meaning = description.replace(/\.$/, '').replace(/^[A-Z](?=[a-z]* )/, first => first.toLowerCase())
  return { fix: `write ${title}: ${meaning}` }
}
