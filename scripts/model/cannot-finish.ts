/** The one thing that is thrown on purpose: the run cannot be finished (exit code 2), and its message says why in one sentence. */
export class CannotFinish extends Error {}
