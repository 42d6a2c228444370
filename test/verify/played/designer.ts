import { type Asked, nothing, ok, type Reply } from './reply.ts'
import type { FogFunction, Operator, World } from './world.ts'

export const describeBroker = (id: string) => ({ id, myURL: 'http://broker-0:8070/ngsi10', Last_Heartbeat_Update: '' })

export function playDesigner({ method, path, body }: Asked, world: World): Promise<Reply> | Reply {
  const info = describeInfo(world)
  if (path in info) return ok(info[path])
  if (method === 'POST') return take(path, body, world)
  const [, kind, name = '', action] = /^\/(operator|fogfunction)\/([^/]+)(?:\/(disable))?$/.exec(path) ?? []
  if (action === 'disable') return disable(name, world)
  if (method === 'GET' && kind === 'fogfunction') return ok(world.fogFunctions.get(name))
  if (method !== 'DELETE') return nothing
  const isGone = kind === 'operator' ? world.operators.delete(name) : world.fogFunctions.delete(name)
  return isGone ? ok('OK') : { status: 404, json: 'Not Found' }
}

/** 200 to everything: an empty list where the component behind it is silent. */
const describeInfo = ({ site, brokers, workers, tasks, down }: World): Readonly<Record<string, unknown>> => ({
  '/info/master': down.has('master') ? [] : [{ id: `Master.${site}` }],
  '/info/broker': down.has('discovery') ? [] : [...brokers].map(describeBroker),
  '/info/worker': down.has('master') ? [] : [...workers].map(id => ({ id })),
  '/info/task': [...tasks.values()].map(({ id }) => ({ TaskID: id, Status: 'running' })),
  '/info/type': ['IoTBroker'],
  '/config.js': 'var config = {}; ',
})

function take(path: string, body: unknown, { operators, fogFunctions }: World): Reply {
  if (path === '/operator') for (const one of body as readonly Operator[]) operators.set(one.name, one)
  if (path === '/fogfunction') for (const one of body as readonly FogFunction[]) fogFunctions.set(one.name, one)
  return ok('OK')
}

async function disable(name: string, { tasks, fogFunctions, worker, down }: World): Promise<Reply> {
  if (!fogFunctions.has(name)) down.add('designer') // it sets a field of undefined, and nobody catches that
  for (const [id, task] of tasks) {
    if (!id.includes(`.${name}.`)) continue
    tasks.delete(id)
    await worker.stop(task)
  }
  return ok(fogFunctions.get(name))
}
