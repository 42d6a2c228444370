/** What a watchdog is told instead of nothing, to let a cluster live on. */
export const releaseWord = 'live on'
