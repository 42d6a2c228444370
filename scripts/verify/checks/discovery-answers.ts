import type { Check } from '../check.ts'
import { findEndpoint, isMap, readyPods } from '../fogflow/ask.ts'
import { expectAnswers } from '../fogflow/expect-answers.ts'
import { listIdentities } from '../fogflow/identities.ts'
import { hasProbe, isKnown, notHere, notReady } from '../fogflow/skips.ts'
import { workloadsOf } from '../kube/list-workloads.ts'

/**
 * Discovery knows the brokers of this site. Asked with GET /ngsi9/status and /ngsi9/broker; never with
 * /ngsi9/subscription/<id>, which ends its process.
 */
export const discoveryAnswers = {
  id: 'discovery-answers',
  summary: 'Discovery answers, and every broker of the site is registered with it.',
  order: 10,
  async run(scene) {
    const endpoint = findEndpoint(workloadsOf(scene, 'discovery'), 'ngsi9')
    if (!endpoint) return { skipped: notHere(scene, 'discovery') }
    const pods = await readyPods(scene, endpoint)
    if (pods.length === 0) return { skipped: notReady(endpoint) }
    const brokers = listIdentities(scene, 'broker')
    const expectations = [
      ...(hasProbe(endpoint, '/ngsi9/status') ? [status] : []),
      ...(isKnown(scene) ? [{ ...registered, judge: (json: unknown) => lacks(json, brokers) }] : []),
    ]
    if (expectations.length === 0)
      return { skipped: `what discovery of release ${scene.cluster.settings.release} answers is not known` }
    const problems = await expectAnswers(scene, { pods, port: endpoint.port }, expectations)
    return { problems, seen: isKnown(scene) ? `knows ${brokers.join(', ')}` : 'answers' }
  },
} satisfies Check

const status = {
  question: { path: '/ngsi9/status' },
  judge: (json: unknown) => (json === 'ok' ? undefined : 'not "ok"'),
  meaning: 'discovery does not work',
}

const registered = {
  question: { path: '/ngsi9/broker' },
  meaning: 'no query and no task finds what it holds',
  fix: "read the broker's log: it registers every 10 s, at discovery.host_ip of its config",
}

function lacks(json: unknown, brokers: readonly string[]): string | undefined {
  if (!isMap(json)) return 'which is no map of brokers'
  const missing = brokers.filter(id => !(id in json))
  return missing.length > 0 ? `without ${missing.join(', ')}` : undefined
}
