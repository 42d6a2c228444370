/** In the order in which help lists them. By themselves, so that the help of every command does not load what writes them. */
export const statusFormats = ['text', 'json'] as const

export type StatusFormat = (typeof statusFormats)[number]
