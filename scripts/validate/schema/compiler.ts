import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import Ajv, { type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'

/** Compiles the schema in a file (absolute path), or the part of it behind a JSON pointer, with all that it refers to. */
export type CompileFile = (file: string, pointer?: string) => ValidateFunction

/**
 * A file is read once, and a schema compiled when the first value for it comes: most runs need few of them. Without
 * `inlineRefs: false` the generated code is several times as long, and making it takes longer than all checking.
 */
export function createCompiler(): CompileFile {
  const ajv = new Ajv.default({
    allErrors: true,
    verbose: true,
    inlineRefs: false,
    strict: false,
    meta: false,
    validateSchema: false,
    logger: false,
  })
  addFormats.default(ajv)
  const read = new Set<string>()
  return (file, pointer = '') => {
    const url = pathToFileURL(file).href
    addFile(url)
    const validate = ajv.getSchema(pointer === '' ? url : `${url}#${pointer}`)
    if (!validate) throw new Error(`there is no schema at ${file}#${pointer}`)
    return validate
  }

  function addFile(url: string): void {
    if (read.has(url)) return
    read.add(url)
    const text = readFileSync(new URL(url), 'utf8')
    const { $id: _, ...schema } = JSON.parse(text)
    ajv.addSchema(schema, url)
    for (const [, other = ''] of text.matchAll(/"\$ref"\s*:\s*"([^"#]+)/g)) addFile(new URL(other, url).href)
  }
}
