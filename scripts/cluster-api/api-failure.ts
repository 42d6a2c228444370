/** An answer of the API server that is not the wanted one, or none at all; verify's checks make problems of it. */
export class ApiFailure extends Error {
  /** HTTP status; undefined where there was no answer. */
  readonly status: number | undefined

  constructor(message: string, status?: number) {
    super(message)
    this.status = status
  }
}
