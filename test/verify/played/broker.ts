import { type Asked, nothing, ok, type Reply } from './reply.ts'
import type { Task, World } from './world.ts'

interface Element {
  readonly entityId: { readonly id: string; readonly type: string }
}

interface Query {
  readonly entities: readonly { readonly id?: string; readonly type?: string }[]
}

/** A shard answers what it has itself by id, and queries for all of the site. */
export async function playBroker({ method, path, body, pod }: Asked, world: World): Promise<Reply> {
  const own = world.shards.get(pod) ?? new Map<string, unknown>()
  if (path === '/version') return ok({ date: '2021-01-31', version: '3.0' })
  if (path === '/ngsi10/updateContext') {
    for (const element of (body as { readonly contextElements: readonly Element[] }).contextElements) {
      own.set(element.entityId.id, element)
      await startTasks(element.entityId.type, world)
    }
    world.onUpdate()
    return ok({ contextResponses: null })
  }
  if (path === '/ngsi10/queryContext') return ok(answerQuery(body as Query, world))
  const [, id = ''] = /^\/ngsi10\/entity\/(.+)$/.exec(path) ?? []
  if (method !== 'DELETE') return own.has(id) ? ok(own.get(id)) : nothing
  if (!world.isKeeping) own.delete(id)
  return ok() // also where there was none
}

function answerQuery({ entities }: Query, { shards }: World): object {
  const elements = [...shards.values()].flatMap(shard => [...shard.values()]) as readonly Element[]
  const matching = elements.filter(({ entityId }) =>
    entities.some(({ id, type }) => entityId.id === id || entityId.type === type),
  )
  const contextResponses = matching.map(contextElement => ({ contextElement, statusCode: { code: 200 } }))
  return { ...(matching.length > 0 && { contextResponses }), errorCode: { code: 200, reasonPhrase: 'OK' } }
}

/** What discovery, master and worker do together when an entity comes that a fog function wants. */
async function startTasks(type: string, world: World): Promise<void> {
  for (const { name, topology } of world.fogFunctions.values())
    for (const { operator, input_streams, output_streams } of topology.tasks) {
      if (!input_streams.some(stream => stream.selected_type === type)) continue
      const [image] = world.operators.get(operator)?.dockerimages ?? []
      const id = `Task.${name}.Main.1`
      const task: Task = { id, image: `${image?.name}:${image?.tag}`, outputType: output_streams[0]?.entity_type ?? '' }
      world.tasks.set(id, task)
      await world.worker.start(task)
    }
}
