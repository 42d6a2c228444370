import { playBroker } from './broker.ts'
import { describeBroker, playDesigner } from './designer.ts'
import { type Asked, nothing, ok, type Reply } from './reply.ts'
import type { Component, World } from './world.ts'

export type HttpComponent = Exclude<Component, 'rabbitmq'>

type Play = (asked: Asked, world: World) => Promise<Reply> | Reply

/** FogFlow's components as they answer at commit d4c7a882 of smartfog/fogflow. */
export const components: Readonly<Record<HttpComponent, Play>> = {
  discovery: ({ path }, { brokers, shards }) => {
    if (path === '/ngsi9/status') return ok('ok')
    if (path === '/ngsi9/broker') return ok(Object.fromEntries([...brokers].map(id => [id, describeBroker(id)])))
    if (path === '/etype') return ok(['IoTBroker'])
    if (path.startsWith('/ngsi9/subscription/')) throw new Error('discovery would be dead now')
    const [, id = ''] = /^\/ngsi9\/registration\/(.+)$/.exec(path) ?? []
    return ok(
      [...shards.values()].some(entities => entities.has(id)) ? { ProvidingApplication: 'http://broker' } : null,
    )
  },
  broker: playBroker,
  master: ({ path }, { site, workers }) => {
    if (path === '/status') return ok({ id: `Master.${site}`, location: {}, agent: 'http://master:1060' })
    if (path !== '/workers') return nothing
    return ok(Object.fromEntries([...workers].map(id => [id, { id, capacity: 8, workload: 0 }])))
  },
  designer: playDesigner,
  nginx: (asked, world) => {
    if (asked.path === '/healthz') return ok('ok')
    const [to, pod]: readonly [HttpComponent, string] = asked.path.startsWith('/ngsi9/')
      ? ['discovery', 'discovery']
      : /^\/(ngsi10|ngsi-ld|v2)\//.test(asked.path)
        ? ['broker', 'broker-0']
        : ['designer', 'designer']
    if (world.down.has(to)) return { status: 502, json: 'Bad Gateway' }
    return answer(to, { ...asked, pod }, world)
  },
}

/** What a component answers, unless a fault has it answer otherwise. */
export function answer(name: HttpComponent, asked: Asked, world: World): Promise<Reply> | Reply {
  const status = world.broken.get(`${name} ${asked.method} ${asked.path}`)
  return status === undefined ? components[name](asked, world) : { status }
}
