import type { ContainerStatus, Pod } from './objects.ts'

export interface Reason {
  readonly reason: string
  readonly fix: string
}

/** Why a pod is not ready, as far as its status tells, and what to look at next. */
export function whyNotReady(pod: Pod): Reason {
  const { status = {}, metadata } = pod
  const where = `-n ${metadata.namespace} ${metadata.name}`
  const scheduled = status.conditions?.find(({ type }) => type === 'PodScheduled')
  if (scheduled?.status === 'False')
    return {
      reason: `no node takes it (${scheduled.reason}: ${scheduled.message})`,
      fix: 'compare what it asks for with the nodes: kubectl describe nodes; labels, taints and free memory count',
    }
  const init = status.initContainerStatuses?.find(one => !one.ready)
  const container = init ?? status.containerStatuses?.find(one => !one.ready)
  if (container) return ofContainer(container, init !== undefined, where)
  if (pod.spec.nodeName === undefined)
    return {
      reason: `it is ${status.phase ?? 'new'} and on no node yet`,
      fix: 'wait a moment (--watch); if it stays, the scheduler of the cluster does not work',
    }
  const ready = status.conditions?.find(({ type }) => type === 'Ready')
  const said = [status.reason ?? ready?.reason, status.message ?? ready?.message].filter(Boolean).join(': ')
  return {
    reason: `it is ${status.phase ?? 'new'} on node ${pod.spec.nodeName}${said ? ` (${said})` : ''}`,
    fix: `see its events: kubectl describe pod ${where}`,
  }
}

const advice: Readonly<Record<string, string>> = {
  ImagePullBackOff:
    'see whether the image exists for the platform of the node and may be pulled; images in cluster.yaml names another',
  ErrImagePull:
    'see whether the image exists for the platform of the node and may be pulled; images in cluster.yaml names another',
  CreateContainerConfigError:
    'see whether the Secret and ConfigMap that it names exist: npm run validate says what Git expects from outside',
}

function ofContainer(
  { name, state, lastState, restartCount = 0 }: ContainerStatus,
  isInit: boolean,
  where: string,
): Reason {
  const which = `${isInit ? 'init container' : 'container'} "${name}"`
  const ended = state?.terminated ?? lastState?.terminated
  const last = ended ? `; it ended with ${ended.exitCode}${ended.message ? `: ${ended.message.trim()}` : ''}` : ''
  const logs = `read its log: kubectl logs ${where} -c ${name}${ended && !state?.terminated ? ' --previous' : ''}`
  if (state?.waiting?.reason && state.waiting.reason !== 'PodInitializing') {
    const { reason, message } = state.waiting
    return { reason: `${which} waits: ${reason}${message ? ` (${message})` : ''}${last}`, fix: advice[reason] ?? logs }
  }
  if (isInit)
    return { reason: `${which} has not finished${last}: it waits for what FogFlow needs before it starts`, fix: logs }
  return { reason: `${which} runs and its probe fails (${restartCount} restarts)${last}`, fix: logs }
}
