export interface Asked {
  readonly method: string
  readonly path: string
  readonly body: unknown
  /** Name of the pod. */
  readonly pod: string
}

/** `json` undefined: an empty body. */
export interface Reply {
  readonly status: number
  readonly json?: unknown
}

export const ok = (json?: unknown): Reply => ({ status: 200, json })

export const nothing: Reply = { status: 404 }
