/** A count with its thousands apart. (The locale's own formatter takes longer to load than a report to write.) */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** A count and what is counted: `1 cluster`, `1,009 clusters`. */
export function countOf(count: number, what: string): string {
  return `${formatCount(count)} ${what}${count === 1 ? '' : 's'}`
}
