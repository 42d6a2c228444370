/** The most entries that GitHub puts on a page. */
const pageSize = 100

/**
 * All entries of a list, page by page. Octokit's own `paginate` is not used: it takes a 409 (the repository is busy) for
 * an empty list, and who believes that no pull request is open opens a second one.
 */
export async function listPages<Entry>(
  readPage: (page: { readonly page: number; readonly per_page: number }) => Promise<readonly Entry[]>,
): Promise<readonly Entry[]> {
  const all: Entry[] = []
  for (let page = 1; ; page++) {
    const entries = await readPage({ page, per_page: pageSize })
    all.push(...entries)
    if (entries.length < pageSize) return all
  }
}
