import type { Endpoint } from '../endpoint.ts'
import { findPull } from '../find-pull.ts'
import { refuseField } from '../refusal.ts'
import { toLabel } from '../shapes/label.ts'
import { timestamp } from '../world.ts'

/** The longest name of a label. */
const longest = 50

/** https://docs.github.com/en/rest/issues/labels#add-labels-to-an-issue; a label that is not known yet is made. */
export const addLabels = {
  method: 'POST',
  path: '/repos/{owner}/{repo}/issues/{issue_number}/labels',
  needs: { pull_requests: 'write' },
  answer(world, { parameters, body }) {
    const pull = findPull(world, parameters.issue_number)
    const { labels = [] } = body as { labels?: string[] }
    if (labels.some(label => label.length > longest)) throw refuseField('Label', 'name', 'invalid')
    for (const label of labels) if (!pull.labels.includes(label)) pull.labels.push(label)
    pull.updatedAt = timestamp(world)
    return { status: 200, body: pull.labels.map(label => toLabel(world, label)) }
  },
} satisfies Endpoint
