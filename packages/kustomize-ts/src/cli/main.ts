import { writeFileSync } from 'node:fs'
import { run } from './run.ts'

const { exitCode, stdout, stderr, file } = run(process.argv.slice(2), process.cwd())
process.stderr.write(stderr)
process.stdout.write(stdout)
process.exitCode = exitCode
try {
  if (file !== undefined) writeFileSync(file.path, file.text)
} catch (error) {
  process.stderr.write(`Error: cannot write ${file?.path}: ${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 2
}
