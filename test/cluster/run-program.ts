import type { Command } from 'commander'
import { CannotFinish } from '../../scripts/model/cannot-finish.ts'

/**
 * Runs a command line. What ends it early is one sentence and exit code 2; a defect of the tests shows where it is. The
 * process ends by itself: process.exit would cut off output that is still on its way into a pipe.
 */
export async function runProgram(program: Command): Promise<void> {
  try {
    await program.parseAsync()
  } catch (error) {
    console.error(isFault(error) ? `error: ${error.message}` : error)
    process.exitCode = 2
  }
}

/** Something about the machine and not about the code: a program is missing, a folder may not be written, a disk is full. */
const isFault = (error: unknown): error is Error =>
  error instanceof CannotFinish || (error instanceof Error && 'syscall' in error)
