import type { Resource } from '../../model/resource.ts'
import type { Finding } from '../../model/rule.ts'
import { containersIn } from './container.ts'
import { entries, type Field, fieldOf, items, pathOf, text } from './field.ts'
import { findInText } from './text.ts'

/** Names of what is secret: RABBITMQ_DEFAULT_PASS, password, DB_PASSWORD, apiToken, client-secret, private_key. */
const secretName = '(?:\\w*[_-])?(?:pass|passwd|password|token|client[_-]?secret|(?:api|private|secret|access)[_-]?key)'

/** A whole value that is put in later: `${NAME}`, `$(NAME)`, `{{ template }}`. */
const putIn = /^(?:\$\{[^}]*\}|\$\([^)]*\)|\{\{.*\}\})$/

/** `"password": "…"` in JSON. */
const inJson = new RegExp(`"(?<name>${secretName})"\\s*:\\s*(?<at>"(?<value>(?:[^"\\\\]|\\\\.)*)")`, 'dgi')

/** The password in the user part of a URL. */
const inUrl = /[a-z][a-z0-9+.-]*:\/\/(?<name>[^\s:/@"']+):(?<at>(?<value>[^\s/@"']+))@/dgi

const privateKey = /(?<at>-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----|AGE-SECRET-KEY-1)/dg

/** Every credential that a manifest holds in clear: in a Secret, in a container's environment, in a text of a ConfigMap. */
export function* literalCredentials(resource: Resource): Iterable<Finding> {
  if (resource.id.kind === 'Secret') yield* inSecret(resource)
  if (resource.id.kind === 'ConfigMap') for (const field of entries(fieldOf(resource), 'data')) yield* inText(field)
  for (const { field } of containersIn(resource))
    for (const variable of items(field, 'env')) yield* inVariable(variable)
}

/** What SOPS has encrypted says so itself; a template is as public as a ConfigMap. */
function* inSecret(resource: Resource): Iterable<Finding> {
  const fields = ['data', 'stringData'].flatMap(part => entries(fieldOf(resource), part))
  for (const field of fields) {
    if (typeof field.value !== 'string' || /^(?:ENC\[.*\])?$/.test(field.value) || putIn.test(field.value)) continue
    if (/\.(?:crt|pub)$/.test(String(field.key))) continue
    if (/^\s*\{/.test(field.value)) yield* inText(field)
    else yield { path: pathOf(field), message: `the value of "${field.key}" is not encrypted` }
  }
}

function* inVariable(variable: Field): Iterable<Finding> {
  const [name, value] = [text(variable, 'name') ?? '', text(variable, 'value') ?? '']
  const path = pathOf(variable, 'value')
  const isSecret = new RegExp(`^${secretName}$`, 'i').test(name) && value !== '' && !putIn.test(value)
  if (isSecret) yield { path, message: `the environment variable ${name} has its value in clear` }
  else yield* inText({ value, key: 'value', parent: variable })
}

function* inText(field: Field): Iterable<Finding> {
  if (typeof field.value !== 'string') return
  for (const pattern of [inJson, inUrl, privateKey])
    for (const { match, inText } of findInText(field.value, pattern)) {
      const { name, value } = match.groups ?? {}
      if (value === '' || (value !== undefined && putIn.test(value))) continue
      const what = name === undefined ? 'a private key' : `the value that belongs to "${name}"`
      yield { path: pathOf(field), message: `${what} stands here in clear`, inText }
    }
}
