import type { Double } from '../double/start-double.ts'

export interface Reply {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>> & readonly Readonly<Record<string, unknown>>[]
  readonly headers: Headers
}

/** One call as a person makes it. `path` is below the repository. */
export async function ask(
  { apiUrl, repository }: Double,
  method: string,
  path: string,
  body?: object,
  token = 'person-token',
): Promise<Reply> {
  const response = await fetch(`${apiUrl}/repos/${repository}${path}`, {
    ...{ method, ...(body && { body: JSON.stringify(body) }) },
    headers: { authorization: `Bearer ${token}`, 'user-agent': 'a person', 'content-type': 'application/json' },
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text), headers: response.headers }
}
