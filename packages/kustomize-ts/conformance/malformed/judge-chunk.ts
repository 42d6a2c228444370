/** `judge-chunk.ts FROM COUNT`: judges these malformed trees. Before each it prints its seed, then what is wrong. */
import { writeSync } from 'node:fs'
import { judgeMalformed } from './judge-malformed.ts'

const [from = 0, count = 0] = process.argv.slice(2).map(Number)
for (let seed = from; seed < from + count; seed++) {
  writeSync(1, `${seed}\n`)
  const fault = judgeMalformed(seed)
  if (fault !== undefined) writeSync(1, `${seed}: ${fault.replaceAll('\n', ' ')}\n`)
}
