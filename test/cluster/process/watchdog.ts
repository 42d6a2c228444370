import { text } from 'node:stream/consumers'
import { releaseWord } from './release-word.ts'
import { stopAll } from './stop-all.ts'

// Runs beside a test run and ends what that started, however the run ends: its standard input is a pipe that only
// the run holds, and a pipe closes with its holder, killed or not.
const [state] = process.argv.slice(2)
const word = await text(process.stdin)
if (state && word !== releaseWord) await stopAll(state)
