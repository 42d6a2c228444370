import type { Answer } from './endpoint.ts'

/** An answer that ends a call: GitHub refuses it. */
export class Refusal extends Error {
  readonly answer: Answer
  constructor(status: number, message: string, errors?: readonly unknown[]) {
    super(message)
    const rest = { documentation_url: 'https://docs.github.com/rest', status: String(status) }
    this.answer = { status, body: { message, ...(errors && { errors }), ...rest } }
  }
}

/** The 422 of a field that is there but cannot be. */
export function refuseField(resource: string, field: string, code: string): Refusal {
  return new Refusal(422, 'Validation Failed', [{ resource, field, code }])
}

/** The 422 that says in words what is wrong. */
export function refuseWith(resource: string, message: string): Refusal {
  return new Refusal(422, 'Validation Failed', [{ resource, code: 'custom', message }])
}

/** The longest title and body of a pull request or comment that GitHub takes. */
const limits = { title: 256, body: 65_536 } as const

export function requireShort(resource: string, texts: { readonly title?: string; readonly body?: string }): void {
  for (const field of ['title', 'body'] as const)
    if ((texts[field]?.length ?? 0) > limits[field])
      throw new Refusal(422, 'Validation Failed', [
        { resource, code: 'custom', field, message: `${field} is too long (maximum is ${limits[field]} characters)` },
      ])
}
