import { connect } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findProgram } from '../find-program.ts'
import { send } from './send.ts'
import { type Site, startSite } from './site.ts'

const nginx = findProgram('nginx', 'the tests of the routes')

describe.skipIf(!nginx)('the front door', () => {
  let site: Site
  const upstreams = () => [site.designer, site.discovery, ...site.shards]
  const asked = () => site.shards.map(shard => shard.requests.length).sort()

  beforeAll(async () => {
    site = await startSite(nginx ?? '')
  })
  afterAll(() => site.stop())
  beforeEach(() => {
    for (const { requests, statuses } of upstreams()) {
      requests.length = 0
      statuses.clear()
    }
  })

  it('opens before the components are there, and finds them when they come', async () => {
    expect(await send(site.port, '/index.html')).toMatchObject({ status: 502 })
    site.announce()
    await expect.poll(() => send(site.port, '/index.html'), { timeout: 30_000 }).toMatchObject({ status: 200 })
  })

  it.each(['/', '/index.html', '/config.js', '/info/worker', '/photo/a.jpg?size=2'])(
    'serves %s from the designer',
    async path => {
      expect(await send(site.port, path)).toEqual({ status: 200, body: 'designer' })
      expect(site.designer.requests.map(request => request.url)).toEqual([path])
    },
  )

  it.each(['/ngsi9/registerContext', '/ngsi9/status', '/ngsi9/broker?x=%2F', '/ngsi9/subscription'])(
    'sends %s to discovery',
    async path => {
      expect(await send(site.port, path)).toEqual({ status: 200, body: 'discovery' })
      expect(site.discovery.requests.map(request => request.url)).toEqual([path])
    },
  )

  it.each(['/ngsi10/updateContext', '/ngsi-ld/v1/entityOperations/upsert', '/v2/entities', '/v2/entities?type=Room'])(
    'sends %s to one shard, once, whatever it answers',
    async path => {
      for (const { statuses } of site.shards) statuses.set(path, 404)
      expect(await send(site.port, path, 'POST', '{}')).toMatchObject({ status: 404 })
      expect(asked()).toEqual([0, 0, 1])
    },
  )

  it('spreads requests over all shards', async () => {
    for (let i = 0; i < 60; i++) await send(site.port, '/ngsi10/queryContext', 'POST', '{}')
    expect(asked()).not.toContain(0)
  })

  it.each([
    ['GET', '/ngsi10/entity/Device.Temp.001'],
    ['DELETE', '/ngsi10/subscription/6f0c'],
    ['GET', '/ngsi-ld/v1/entities/urn:ngsi-ld:Car:A1'],
    ['PATCH', '/ngsi-ld/v1/entities/urn:ngsi-ld:Car:A1/attrs'],
    ['POST', '/ngsi-ld/v1/entities/urn%3Angsi-ld%3ACar%3AA1/attrs'],
    ['DELETE', '/ngsi-ld/v1/subscriptions/s1'],
    ['GET', '/v2/entities/Room%2F1?options=keyValues'],
  ])('asks every shard for %s %s until one knows it', async (method, path) => {
    const [first, second, owner] = site.shards
    for (const shard of [first, second]) shard?.statuses.set(path, 404)
    for (let i = 0; i < 10; i++) expect(await send(site.port, path, method, '{}')).toMatchObject({ status: 200 })
    expect(owner?.requests.map(request => request.url)).toEqual(Array(10).fill(path))
  })

  it('says 404 when no shard knows the id', async () => {
    const path = '/ngsi10/entity/nobody'
    for (const { statuses } of site.shards) statuses.set(path, 404)
    expect(await send(site.port, path)).toMatchObject({ status: 404 })
    expect(asked()).toEqual([1, 1, 1])
  })

  it('passes websockets', async () => {
    const socket = connect(site.port, '127.0.0.1')
    socket.write(
      'GET /socket.io/?transport=websocket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    )
    let received = ''
    socket.setEncoding('latin1').on('data', text => {
      received += text
    })
    await expect.poll(() => received).toContain('101 Switching Protocols')
    socket.write('ping')
    await expect.poll(() => received).toContain('ping')
    socket.destroy()
  })
})
