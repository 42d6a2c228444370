import { randomUUID } from 'node:crypto'
import type { Check, Problem } from '../check.ts'
import { findEndpoint, isMap, readyPods } from '../fogflow/ask.ts'
import { updateOf } from '../fogflow/entity.ts'
import { expectAnswer } from '../fogflow/expect-answers.ts'
import { removeEntity } from '../fogflow/remove-entity.ts'
import { notHere, notReady } from '../fogflow/skips.ts'
import { workloadsOf } from '../kube/list-workloads.ts'

/** An entity through the front door and back: nginx, a broker, discovery. It goes away again, whatever happens. */
export const entityWritten = {
  id: 'entity-written',
  summary: 'An entity that is written through the front door is read there, and can be removed.',
  order: 20,
  option: 'write',
  async run(scene) {
    const door = findEndpoint(workloadsOf(scene, 'nginx'), 'http')
    const broker = findEndpoint(workloadsOf(scene, 'broker'), 'ngsi10')
    if (!door || !broker) return { skipped: notHere(scene, 'nginx') }
    const [pod] = await readyPods(scene, door)
    if (!pod) return { skipped: notReady(door) }
    const entity = { id: `GitOpsVerify.${randomUUID()}`, type: 'GitOpsVerify', value: Date.now() }
    const steps = [write(entity), query(entity), readById(entity)]
    const problems: Problem[] = []
    try {
      for (const step of steps) {
        if (scene.interruption.aborted) break
        const problem = await expectAnswer(scene, pod, door.port, step)
        if (!problem) continue
        problems.push(problem)
        break
      }
    } finally {
      problems.push(...(await removeEntity(scene, broker, entity.id)))
    }
    return { problems, seen: `${entity.id} written, read and removed` }
  },
} satisfies Check

interface Entity {
  readonly id: string
  readonly type: string
  readonly value: number
}

const write = (entity: Entity) => ({
  question: { method: 'POST' as const, path: '/ngsi10/updateContext', body: updateOf(entity) },
  judge: (json: unknown) => (isMap(json) ? undefined : 'which is no answer of a broker'),
  meaning: 'nothing can be written: devices and applications are refused',
})

const query = ({ id, value }: Entity) => ({
  question: {
    method: 'POST' as const,
    path: '/ngsi10/queryContext',
    body: { entities: [{ id, isPattern: false }] },
  },
  judge: (json: unknown) => holds(json, id, value),
  meaning: `entity "${id}" was written and a query does not find it: discovery does not know who has it`,
  fix: 'if discovery was restarted, it has forgotten all entities: restart brokers, workers, master and designer, in this order',
})

const readById = ({ id, value }: Entity) => ({
  question: { path: `/ngsi10/entity/${id}` },
  judge: (json: unknown) => (JSON.stringify(json)?.includes(String(value)) ? undefined : `without its value ${value}`),
  meaning: `entity "${id}" was written and cannot be read by its id: nginx does not ask all shards`,
  fix: 'compare the nginx.conf that runs with Git: see check config-current',
})

/** The registry lost gives the same 200 without contextResponses. */
function holds(json: unknown, id: string, value: number): string | undefined {
  const responses = isMap(json) && Array.isArray(json.contextResponses) ? json.contextResponses : []
  const text = JSON.stringify(responses)
  if (!text.includes(id)) return 'without the entity'
  return text.includes(String(value)) ? undefined : `without its value ${value}`
}
