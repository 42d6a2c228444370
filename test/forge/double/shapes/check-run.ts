import type { CheckRun, World } from '../world.ts'
import { toNodeId } from './node-id.ts'

export function toCheckRun({ url: host, owner, name: repo }: World, run: CheckRun) {
  const { id, name, sha, status, conclusion, at } = run
  const url = `${host}/repos/${owner}/${repo}/check-runs/${id}`
  return {
    ...{ id, node_id: toNodeId('CheckRun', id), name, head_sha: sha, external_id: '', url },
    ...{ html_url: `${host}/${owner}/${repo}/runs/${id}`, details_url: null, status, conclusion },
    ...{ started_at: at, completed_at: status === 'completed' ? at : null },
    output: { title: null, summary: null, text: null, annotations_count: 0, annotations_url: `${url}/annotations` },
    ...{ check_suite: { id: 1 }, app: null, pull_requests: [] },
  }
}
