import { checkChange } from '../../fleet/check-change.ts'
import { openTree } from '../../fleet/open-tree.ts'
import type { Environment } from '../../model/environment.ts'
import { tell } from '../../report/tell.ts'
import { formatBranch } from '../../rollout/format/branch.ts'
import { describePlan } from '../../rollout/format/describe-plan.ts'
import { nameRollout } from '../../rollout/format/name-rollout.ts'
import { plan } from '../../rollout/plan/plan.ts'
import { readRequest, type WrittenRequest } from '../../rollout/plan/read-request.ts'

/** Says what a rollout would do, from the files as they are. Asks nobody. */
export function previewRollout(options: WrittenRequest, environment: Environment): 0 | 1 {
  const tree = openTree(environment.root)
  const request = readRequest(options, tree.fleet)
  checkChange(request.change)
  const planned = plan(tree, request)
  if (planned.diagnostics.length > 0) {
    tell(planned.diagnostics, environment)
    return 1
  }
  const id = nameRollout(options.set, options.to)
  environment.write(describePlan(planned, ({ index }) => formatBranch({ id, attempt: 1, step: index })))
  if (planned.steps.length === 0) environment.write('nothing to do\n')
  return 0
}
