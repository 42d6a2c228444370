import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findProgram } from '../find-program.ts'
import { send } from './send.ts'
import { type Site, startSite } from './site.ts'

const nginx = findProgram('nginx', 'the tests of the path that ends discovery')

describe.skipIf(!nginx)('GET /ngsi9/subscription/<id>, which ends discovery,', () => {
  let site: Site
  const requests = () => [site.designer, site.discovery].flatMap(upstream => upstream.requests)

  beforeAll(async () => {
    site = await startSite(nginx ?? '')
    site.announce()
  })
  afterAll(() => site.stop())
  beforeEach(clear)

  function clear() {
    for (const upstream of [site.designer, site.discovery]) upstream.requests.length = 0
  }

  it.each([
    '/ngsi9/subscription/x',
    '/ngsi9/subscription/',
    '//ngsi9//subscription//x',
    '/ngsi9/%73ubscription/x',
    '/ngsi9/subscription%2Fx',
    '/%6Egsi9/subscription/%78?a=b',
    '/ngsi9/./subscription/x',
    '/a/../ngsi9/subscription/x',
    '/ngsi9/subscription/x/y',
  ])('is refused as %s', async path => {
    expect(await send(site.port, path)).toMatchObject({ status: 403 })
    expect(requests()).toEqual([])
  })

  it('reaches discovery in no way to write it, neither through the designer', async () => {
    const part = fc.constantFrom(
      '/',
      '%2f',
      '.',
      '%2e',
      '%25',
      'x',
      'ngsi9',
      'n%67si9',
      'subscription',
      '%73ubscription',
      'NGSI9',
      ';',
      '%00',
    )
    const prefix = fc.constantFrom('/ngsi9/subscription/', '/ngsi9/', '/', '/x/../ngsi9/subscription/')
    const path = fc.tuple(prefix, fc.array(part, { maxLength: 8 })).map(([start, parts]) => start + parts.join(''))
    await fc.assert(
      fc.asyncProperty(path, async target => {
        await send(site.port, target)
        for (const { url = '' } of requests()) expect(isSubscription(url), `${target} arrives as ${url}`).toBe(false)
        clear()
      }),
      { numRuns: 1000 },
    )
  })
})

/** Whether discovery's router, which splits the path as it is written, can take it for /ngsi9/subscription/<id>. */
function isSubscription(url: string): boolean {
  const segments = (url.split('?')[0] ?? '').split('/').map(segment => decodeURIComponent(segment).toLowerCase())
  return segments.length >= 4 && segments[1] === 'ngsi9' && segments[2] === 'subscription'
}
