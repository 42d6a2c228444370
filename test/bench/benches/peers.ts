import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { installTool } from '../../tools/install-tool.ts'
import { readDefects, upstream } from '../../upstream/defects.ts'
import type { Bench, Figure } from '../figure.ts'
import { kubeScore } from '../peers/kube-score.ts'
import { kubeconform } from '../peers/kubeconform.ts'
import { measureOurs } from '../peers/measure-ours.ts'
import { measurePeer } from '../peers/measure-peer.ts'
import type { Result } from '../peers/result.ts'

/**
 * `npm run validate` on FogFlow's own deployment files, beside programs that check manifests: which of the known
 * defects each finds, how much it says in all, and what that costs. A peer has found a defect also where it says
 * something of a related reason only; we have where a rule names the cause and the line.
 */
export const bench: Bench = () => {
  const defects = readDefects()
  if (defects === undefined)
    return { obstacle: "FogFlow's own files, with the list of their defects, are not in ../shared" }
  const peers = [kubeconform, kubeScore].map(peer => ({ peer, tool: installTool(peer.tool) }))
  const results: Result[] = []
  const files = listManifests()
  for (const { peer, tool } of peers) {
    if ('obstacle' in tool) return tool
    results.push(measurePeer(peer, tool.path, files, defects))
  }
  const all = measureOurs(['.'], defects)
  // By folder: what stands in a folder is applied together.
  const ours = measureOurs([...new Set(files.map(dirname))], defects)
  return [...results.flatMap(peer => compare(ours, peer)), ...describe(all, defects.length), countMissed(all, results)]
}

/** What is a manifest and no compose file, relative to the folder: the peers can read nothing else. */
function listManifests(): readonly string[] {
  const files = readdirSync(upstream, { recursive: true, encoding: 'utf8' }).filter(file => /\.ya?ml$/.test(file))
  return files.filter(file => /^kind:/m.test(readFileSync(join(upstream, file), 'utf8'))).sort()
}

function compare(ours: Result, { name: peer, found, findings, cpu }: Result): readonly Figure[] {
  const detail = found.join(' ')
  return [
    {
      name: 'manifests: known defects found',
      value: ours.found.length,
      unit: '',
      peer,
      peerValue: found.length,
      detail,
    },
    { name: 'manifests: findings in all', value: ours.findings, unit: '', peer, peerValue: findings },
    { name: 'manifests: CPU time', value: ours.cpu, unit: 'ms', peer, peerValue: cpu },
  ]
}

function describe({ found, findings, cpu }: Result, known: number): readonly Figure[] {
  return [
    { name: `all files: known defects found, of ${known}`, value: found.length, unit: '' },
    { name: 'all files: findings in all', value: findings, unit: '' },
    { name: 'all files: CPU time', value: cpu, unit: 'ms' },
  ]
}

function countMissed({ found }: Result, peers: readonly Result[]): Figure {
  const missed = [...new Set(peers.flatMap(peer => peer.found))].filter(id => !found.includes(id))
  return { name: 'defects that only a peer finds', value: missed.length, unit: '', detail: missed.join(' '), atMost: 0 }
}
