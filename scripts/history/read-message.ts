/** What the message of a commit says of where it came from. */
export interface MessageFacts {
  readonly subject: string
  readonly pullRequest?: number
}

/** GitHub's merges name the pull request in the first line and have its title below; its squashes end the title with it. */
export function readMessage(message: string): MessageFacts {
  const lines = message.split('\n').map(line => line.trim())
  const [first = ''] = lines
  const [, merged] = /^Merge pull request #(\d{1,9}) from /.exec(first) ?? []
  const title = lines.slice(1).find(line => line !== '')
  if (merged !== undefined) return { subject: title ?? first, pullRequest: Number(merged) }
  const [, subject, squashed] = /^(.*) \(#(\d{1,9})\)$/.exec(first) ?? []
  return subject === undefined ? { subject: first } : { subject, pullRequest: Number(squashed) }
}

/** What a message says of the commit that it takes back. */
export type Clue = { readonly commit: string } | { readonly pullRequest: number } | { readonly subject: string }

/**
 * What `git revert`, GitHub's button and `npm run rollback` write, the surest first: the commit, the branch that is named
 * after it, the number of a pull request, or the first line of the message.
 */
export function findClues(message: string): readonly Clue[] {
  const { subject } = readMessage(message)
  const commit = /\bThis reverts commit ([0-9a-f]{7,64})\b/.exec(message)?.[1]
  const branch = /^Merge pull request #\d+ from [^\n]*\brollback\/([0-9a-f]{12})\b/.exec(message)?.[1]
  const number = /^Reverts \S*#(\d{1,9})\s*$/m.exec(message)?.[1]
  const title = /^Revert "(.*)"$/.exec(subject)?.[1] ?? /^revert: (.*?)(?: in \S.*)?$/.exec(subject)?.[1]
  const whole = /^revert: (.*)$/.exec(subject)?.[1]
  return [
    ...[commit, branch].flatMap(one => (one === undefined ? [] : [{ commit: one }])),
    ...(number === undefined ? [] : [{ pullRequest: Number(number) }]),
    ...[whole, title].flatMap(one => (one === undefined ? [] : [{ subject: readMessage(one).subject }])),
  ]
}
