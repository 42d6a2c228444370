/** In the order in which help lists them. By themselves, so that the help of every command does not load what writes them. */
export const diffFormats = ['text', 'markdown', 'json'] as const

export type DiffFormat = (typeof diffFormats)[number]
