import type { Path } from 'kustomize-ts'

const longest = 60

/** A value as a message shows it: short, and never over more than one line. */
export function quote(value: unknown): string {
  if (value === undefined) return 'missing'
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value))
  if (/SECRET-KEY|PRIVATE KEY/i.test(text)) return 'a private key, which is not repeated here,'
  const shown = text.replace(/(https?:\/\/)[^\s/@"]+@/g, '$1…@') // who quotes a URL does not repeat its password
  return shown.length <= longest ? shown : `${shown.slice(0, longest)}…`
}

/** A field as people write it: spec.ports[0].name, data["config.json"]. */
export function describePath(path: Path): string {
  const text = path.map((step, index) => {
    if (typeof step === 'number') return `[${step}]`
    if (!/^[A-Za-z_][\w-]*$/.test(step)) return `[${JSON.stringify(step)}]`
    return index === 0 ? step : `.${step}`
  })
  return text.join('') || 'the document'
}
