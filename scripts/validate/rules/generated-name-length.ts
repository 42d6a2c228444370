import type { Rule } from '../../model/rule.ts'

/** How long a name may be, so that what a controller makes of it fits into the 63 characters of a label. */
const limits: Readonly<Record<string, number>> = {
  // Its pods have the name, a hyphen and a hash of up to 10 digits as label (pkg/controller/history/controller_history.go).
  StatefulSet: 52,
  // The names of its Jobs are 11 characters longer (ValidateCronJobSpec).
  CronJob: 52,
  // Its pods have the name as label job-name.
  Job: 63,
}

export const generatedNameLength = {
  id: 'generated-name-length',
  severity: 'error',
  scope: 'resource',
  summary: 'A name is so short that what controllers make of it has no more than 63 characters.',
  why: 'The API server takes a StatefulSet with a longer name, and refuses each of its pods ("must be no more than 63 characters"); namePrefix and nameSuffix lengthen names where nobody sees it.',
  fix: 'shorten the name, or the prefix or suffix that kustomize adds',
  kinds: Object.keys(limits),
  *check({ id: { kind, name } }) {
    const most = limits[kind] ?? 63
    if (name.length > most)
      yield {
        path: ['metadata', 'name'],
        message: `"${name}" has ${name.length} characters; that of a ${kind} may have ${most}`,
      }
  },
} satisfies Rule
