import { type Reach, waysBetween } from './reach.ts'
import { type Table, toCell, unjudged } from './table.ts'

/** Everybody against everybody: the ports at which the right one of the pair may be called, or a dash. */
export function tabulateMatrix(reach: Reach): Table {
  const { groups } = reach
  return {
    columns: ['from ↓ to →', ...groups.map(({ name }) => name)],
    rows: new Map(
      groups.map(from => [
        from.name,
        groups.map(to => (from.isOurs || to.isOurs ? toCell(waysBetween(from, to, reach)) : unjudged)),
      ]),
    ),
  }
}
