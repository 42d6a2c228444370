import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findBusybox, makeFolder, type RunScript } from './busybox.ts'

const runScript = findBusybox('the tests of resolver.sh')

async function resolver(resolvConf: string) {
  const folder = makeFolder({ 'resolv.conf': resolvConf })
  const target = join(folder, 'resolver.conf')
  const outcome = await (runScript as RunScript)('base/nginx/resolver.sh', [join(folder, 'resolv.conf'), target])
  return { ...outcome, written: existsSync(target) ? readFileSync(target, 'utf8') : undefined }
}

describe.skipIf(!runScript)('resolver.sh', () => {
  it('names the name servers of the pod', async () => {
    const resolvConf = 'search fogflow.svc.cluster.local\nnameserver 10.96.0.10\nnameserver fd00::10\noptions ndots:5\n'
    expect(await resolver(resolvConf)).toMatchObject({ code: 0, written: 'resolver 10.96.0.10 [fd00::10] valid=5s;\n' })
  })

  it('fails when there is none', async () => {
    expect(await resolver('search example.org\n# nameserver 10.0.0.1\n')).toMatchObject({ code: 1, written: undefined })
  })
})
