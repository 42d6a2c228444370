import { type CheckOut, checkOut } from '../git/check-out.ts'

/** What is deployed, and where Renovate's settings stand, which follow from the holds. */
const folders = ['base', 'overlays', 'clusters', '.github'] as const

/** What a commit has of a fleet, in a temporary folder: without the toolchain, which is most of a repository's files. */
export function checkOutFleet(root: string, commit: string): Promise<CheckOut> {
  return checkOut(root, commit, {}, folders)
}
