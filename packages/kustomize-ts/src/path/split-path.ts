/**
 * Splits at every delimiter that no backslash escapes; one delimiter at the start is passed over. The result has at
 * least one element.
 */
export function splitPath(path: string, delimiter: '.' | '/'): string[] {
  const parts = path.split(delimiter)
  if (parts.length > 1 && parts[0] === '') parts.shift()
  const elements: string[] = []
  for (const part of parts) {
    const last = elements.at(-1)
    if (last?.endsWith('\\')) elements[elements.length - 1] = `${last.slice(0, -1)}${delimiter}${part}`
    else elements.push(part)
  }
  return elements
}
