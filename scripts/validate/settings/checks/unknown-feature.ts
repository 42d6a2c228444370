import { nearest } from '../../../text/nearest.ts'
import type { SettingsCheck } from '../settings-check.ts'

export const unknownFeature = {
  code: 'unknown-feature',
  severity: 'error',
  *check({ settings }, { features }) {
    for (const [index, name] of settings.features.entries()) {
      if (features.includes(name)) continue
      const near = nearest(name, features)
      const fix = near === undefined ? `the features are ${features.join(', ')}` : `did you mean "${near}"?`
      yield { path: ['features', index], message: `there is no folder base/features/${name}`, fix }
    }
  },
} satisfies SettingsCheck
