import type { Answer } from './endpoint.ts'

/** GitHub: 30 entries a page where nobody asks, at most 100. */
const pageSize = { usual: 30, most: 100 }

interface Page<Entry> {
  readonly entries: readonly Entry[]
  readonly headers: NonNullable<Answer['headers']>
}

/** The part of a list that a call asks for, and the header that leads to the others. */
export function paginate<Entry>(all: readonly Entry[], query: URLSearchParams, address: string): Page<Entry> {
  const size = Math.min(toNumber(query.get('per_page'), pageSize.usual), pageSize.most)
  const page = toNumber(query.get('page'), 1)
  const last = Math.max(1, Math.ceil(all.length / size))
  const places: [string, number, boolean][] = [
    ['prev', page - 1, page > 1],
    ['next', page + 1, page < last],
    ['last', last, page < last],
    ['first', 1, page > 1],
  ]
  const links = places
    .filter(([, , isThere]) => isThere)
    .map(([rel, to]) => `<${toPage(address, query, to)}>; rel="${rel}"`)
  return {
    entries: all.slice((page - 1) * size, page * size),
    headers: links.length === 0 ? {} : { link: links.join(', ') },
  }
}

function toNumber(text: string | null, otherwise: number): number {
  const number = Number(text)
  return Number.isInteger(number) && number > 0 ? number : otherwise
}

function toPage(address: string, query: URLSearchParams, page: number): string {
  const parameters = new URLSearchParams(query)
  parameters.set('page', String(page))
  return `${address}?${parameters}`
}
