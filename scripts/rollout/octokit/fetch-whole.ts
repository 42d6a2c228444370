/**
 * A fetch that ends: with all of an answer, or with an error. Octokit would take the first half of an answer whose
 * connection was lost for an answer without content, and the page of a proxy for data.
 */
export function fetchWhole(patienceMs: number): typeof fetch {
  return async (address, request) => {
    const response = await fetch(address, { ...request, signal: AbortSignal.timeout(patienceMs) })
    const { status, headers } = response
    const text = await response.text()
    if (response.ok && status !== 204) requireJson(text)
    return new Response(text === '' ? null : text, { status, headers })
  }
}

function requireJson(text: string): void {
  try {
    JSON.parse(text)
  } catch {
    throw new Error('the answer is no JSON; is GITHUB_API_URL the address of its API?')
  }
}
