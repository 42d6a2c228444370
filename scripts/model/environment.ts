/** The way to GitHub, as a workflow or a person gives it. */
export interface ForgeAccess {
  /** Never shown, logged or stored. */
  readonly token: string
  /** `https://api.github.com`, or that of a GitHub Enterprise Server. */
  readonly apiUrl: string
  /** `owner/name`; absent where nobody says: then it is that of the clone's origin. */
  readonly repository?: string | undefined
  /** Absent where GitHub gets all the time that it asks for. */
  readonly patience?: Patience
}

/** How long to wait between calls and after failures; tests need not wait. */
export interface Patience {
  /** What a second of waiting is, in milliseconds. */
  readonly secondMs: number
  /** How long to wait for one answer, in milliseconds. */
  readonly answerMs: number
  /** Whether calls that write keep a second between them, and those that notify people three (GitHub's best practices). */
  readonly isThrottled: boolean
}

/** Where a command runs: how it reads PATHs, and names files. */
export type Whereabouts = Pick<Environment, 'root' | 'cwd'>

/** What a command knows of the world around it: cli.ts makes it, tests make their own. */
export interface Environment {
  /** The repository's root, absolute. */
  readonly root: string
  /** The folder the user stands in, absolute: relative PATHs start here. */
  readonly cwd: string
  /** Whether a person watches the error output, so that a progress line helps. */
  readonly isWatched: boolean
  /** Where the repository's files are shown on the web, without a final slash; absent where nobody says. */
  readonly webUrl?: string | undefined
  /** Absent where there is no token. */
  readonly forge?: ForgeAccess | undefined
  /** Whether the output may carry colour. */
  readonly hasColor: boolean
  write(text: string): void
  writeError(text: string): void
  /** What is piped in, up to 64 KiB; undefined where a person would have to type it. */
  readInput(): Promise<string | undefined>
  /** Milliseconds since the program started. */
  elapsed(): number
  now(): Date
}
