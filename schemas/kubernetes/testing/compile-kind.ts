import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'

const vocabulary = ['patch-merge-key', 'patch-strategy', 'list-type', 'list-map-keys'].map(
  name => `x-kubernetes-${name}`,
)

/**
 * A compiler that takes nothing on trust: unknown keywords, formats and references throw. Two checks of ajv are off,
 * since the schemas say `type` and `properties` once, where an object is defined, and not again in every condition.
 */
export function createStrictCompiler(): (file: string) => ValidateFunction {
  const ajv = new Ajv({ allErrors: true, strict: true, strictTypes: false, strictRequired: false, inlineRefs: false })
  ajv.addVocabulary(vocabulary)
  addFormats.default(ajv)
  const add = (url: string) => {
    if (ajv.schemas[url]) return
    const text = readFileSync(new URL(url), 'utf8')
    ajv.addSchema(JSON.parse(text) as object, url)
    for (const [, other = ''] of text.matchAll(/"\$ref":"([^"#]+)/g)) add(new URL(other, url).href)
  }
  return file => {
    const url = pathToFileURL(file).href
    add(url)
    const validate = ajv.getSchema(url)
    if (!validate) throw new Error(`no schema in ${file}`)
    return validate
  }
}
