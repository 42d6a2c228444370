import { realpathSync } from 'node:fs'
import { relative } from 'node:path'
import { upstream } from '../../upstream/defects.ts'
import type { Peer, PeerFinding } from './peer.ts'

/**
 * The kinds of defects that a check of kube-score is about. The other checks are about none of them, or ask for what
 * breaks FogFlow: `deployment-strategy` and `deployment-replicas` want a second master beside the first.
 */
const kindsOf: Readonly<Record<string, readonly string[]>> = {
  'container-image-tag': ['mutable-image-tag'],
  'container-resources': ['resources-required'],
  'container-seccomp-profile': ['pod-security'],
  'container-security-context-privileged': ['pod-security'],
  'container-security-context-readonlyrootfilesystem': ['pod-security'],
  'container-security-context-user-group-id': ['pod-security'],
  'networkpolicy-targets-pod': ['network-policy-required'],
  'pod-networkpolicy': ['network-policy-required'],
  'pod-probes': ['probes-required'],
  'service-targets-pod': ['namespace-consistency', 'reference'],
  'service-type': ['exposed-service'],
}

interface Scored {
  readonly file_name: string
  readonly type_meta: { readonly kind: string }
  readonly object_meta: { readonly name: string }
  readonly checks: readonly {
    readonly check: { readonly id: string }
    readonly grade: number
    readonly skipped: boolean
    readonly comments: readonly { readonly summary: string }[] | null
  }[]
}

/** The grade of a check that has nothing to say. */
const allOk = 10

function listFindings({ file_name, type_meta, object_meta, checks }: Scored): readonly PeerFinding[] {
  const file = relative(realpathSync(upstream), file_name) // kube-score follows links
  const object = `${type_meta.kind}/${object_meta.name}`
  return checks
    .filter(({ grade, skipped }) => grade < allOk && !skipped)
    .flatMap(({ check, comments }) =>
      (comments ?? []).map(({ summary: message }) => ({ file, object, check: check.id, message })),
    )
}

/** kube-score with its optional checks. It says nothing of a document after a `---` with blanks behind it. */
export const kubeScore: Peer = {
  tool: 'kube-score',
  listArguments: files => ['score', '--all-default-optional', '--kubernetes-version', 'v1.34', '-o', 'json', ...files],
  readFindings: output => (JSON.parse(output) as readonly Scored[]).flatMap(listFindings),
  isAbout: ({ check }, { kinds }) => (kindsOf[check] ?? []).some(kind => kinds.includes(kind)),
}
