/** Why a text is no JSON, and from which offset on. Thrown by the scanner and the parser, caught by `parseJson`. */
export class JsonError extends Error {
  readonly offset: number

  constructor(message: string, offset: number) {
    super(message)
    this.offset = offset
  }
}
