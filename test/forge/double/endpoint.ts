import type { Actor, World } from './world.ts'

export interface Call {
  /** What stands for the braces of the path, decoded. */
  readonly parameters: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** It has the shape that GitHub's description gives it: others are refused before. */
  readonly body: unknown
  readonly actor: Actor
}

export interface Answer {
  readonly status: number
  /** Absent in an answer without one (204). */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** One call of GitHub's REST API. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** As GitHub's OpenAPI description writes it. */
  readonly path: string
  /** What GitHub's documentation asks a token for: permission → level. */
  readonly needs: Readonly<Record<string, 'read' | 'write'>>
  answer(world: World, call: Call): Answer
}
