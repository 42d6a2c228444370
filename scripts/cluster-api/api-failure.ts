/** An answer of the API server that is not the wanted one, or none at all; verify's checks make problems of it. */
export class ApiFailure extends Error {
  /** HTTP status; undefined where there was no answer. */
  readonly status: number | undefined

  /** Whether the API server itself does not answer any more, so that nothing else can be asked. */
  readonly isFinal: boolean

  constructor(message: string, status?: number, isFinal = false) {
    super(message)
    this.status = status
    this.isFinal = isFinal
  }
}
