/** A count with its thousands apart. (The locale's own formatter takes longer to load than a report to write.) */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',')
}
