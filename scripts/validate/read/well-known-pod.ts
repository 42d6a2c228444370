import type { Field } from './field.ts'
import type { Selector } from './selector.ts'
import { nearest } from './suggest.ts'

interface WellKnownPod {
  readonly namespace: string
  readonly key: string
  readonly value: string
  readonly ports: readonly number[]
}

/**
 * Pods that clusters bring along and that policies name. The cluster's DNS has this label in every distribution
 * (Kubernetes, "Debugging DNS Resolution"; CoreDNS listens on 53 and serves its metrics on 9153); the ingress controller
 * carries the labels of its Helm chart (kubernetes/ingress-nginx).
 */
const wellKnownPods: readonly WellKnownPod[] = [
  { namespace: 'kube-system', key: 'k8s-app', value: 'kube-dns', ports: [53, 9153] },
  { namespace: 'ingress-nginx', key: 'app.kubernetes.io/name', value: 'ingress-nginx', ports: [80, 443, 8443, 10254] },
]

/** The labels of a selector that are nearly, but not quite, those of a well-known pod in one of the namespaces. */
export function misspeltWellKnown(
  selector: Selector,
  namespaces: readonly (string | undefined)[],
): readonly { readonly field: Field; readonly meant: string }[] {
  return wellKnownPods
    .filter(({ namespace }) => namespaces.includes(namespace))
    .flatMap(({ key, value }) =>
      selector
        .filter(one => isNear(one.key, key) && one.values.some(text => isNear(text, value)))
        .filter(one => one.key !== key || !one.values.includes(value))
        .map(({ field }) => ({ field, meant: `${key}: ${value}` })),
    )
}

function isNear(text: string, name: string): boolean {
  return text === name || nearest(text, [name]) !== undefined
}

/** The ports of the well-known pods that a selector means; undefined where it means none of them. */
export function wellKnownPorts(
  selector: Selector,
  namespaces: readonly (string | undefined)[],
): readonly number[] | undefined {
  return wellKnownPods.find(
    ({ namespace, key, value }) =>
      namespaces.length === 1 &&
      namespaces[0] === namespace &&
      selector.some(one => one.operator === 'In' && one.key === key && one.values.includes(value)),
  )?.ports
}
