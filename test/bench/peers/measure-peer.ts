import { pins } from '../../tools/pins.ts'
import type { Defect } from '../../upstream/defects.ts'
import { findDefects } from './find-defects.ts'
import type { Peer } from './peer.ts'
import type { Result } from './result.ts'
import { runCheck } from './run-check.ts'

/** Runs a peer on these files of the folder. */
export function measurePeer(peer: Peer, program: string, files: readonly string[], defects: readonly Defect[]): Result {
  const { output, cpu } = runCheck([program, ...peer.listArguments(files)])
  const findings = peer.readFindings(output)
  const stray = findings.find(({ file }) => !files.includes(file))
  if (stray)
    throw new Error(`${peer.tool} names "${stray.file}", which it was not given: its findings would match no defect`)
  const name = `${peer.tool} ${pins[peer.tool].version}`
  return { name, found: findDefects(peer, findings, defects), findings: findings.length, cpu }
}
