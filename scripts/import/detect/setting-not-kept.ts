import type { Detector } from '../defect.ts'
import { entriesAt, has, keyPlaceOf, placeOf, textAt } from '../node.ts'

export const settingNotKept = {
  code: 'setting-not-kept',
  outcome: 'lost',
  why: 'What is generated has one form of it for all clusters.',
  here: 'a patch beside the generated files can set it, where it matters',
  *find(site) {
    for (const { root } of site.configs) {
      const logs = entriesAt(root, 'logging').filter(([key, value]) => textAt(value) !== usualLogs[key])
      if (logs.length > 0)
        yield {
          at: keyPlaceOf(root, 'logging'),
          message: `logging is not as usual (${logs.map(([key, value]) => `${key}: ${textAt(value)}`).join(', ')})`,
        }
      if (textAt(root, 'https', 'enabled') === 'true')
        yield {
          at: placeOf(root, 'https', 'enabled'),
          message: 'https is enabled: certificates of FogFlow itself are not supported, an Ingress has its own',
        }
      if (has(root, 'worker', 'registry'))
        yield {
          at: keyPlaceOf(root, 'worker', 'registry'),
          message: 'worker.registry is read by the Docker engine alone; pods need imagePullSecrets',
        }
      if (textAt(root, 'worker', 'start_actual_task') === 'false')
        yield {
          at: placeOf(root, 'worker', 'start_actual_task'),
          message: 'start_actual_task is false, for load tests',
        }
    }
  },
} satisfies Detector

/** As the bases have it. */
const usualLogs: Readonly<Record<string, string>> = {
  info: 'stdout',
  error: 'stderr',
  protocol: 'discard',
  debug: 'discard',
}
