import type { World } from '../world.ts'
import { toNodeId } from './node-id.ts'

export function toLabel({ url, owner, name }: World, label: string) {
  const id = [...label].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 11) % 1_000_003
  const address = `${url}/repos/${owner}/${name}/labels/${encodeURIComponent(label)}`
  return {
    ...{ id, node_id: toNodeId('Label', id), url: address, name: label },
    ...{ description: '', color: 'ededed', default: false },
  }
}
