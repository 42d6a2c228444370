/** In the order in which help lists them. By themselves, so that the help of every command does not load what writes them. */
export const historyFormats = ['text', 'json'] as const

export type HistoryFormat = (typeof historyFormats)[number]
