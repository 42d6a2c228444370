import type { Defect } from '../../upstream/defects.ts'

/** What another program says of an object in a manifest. */
export interface PeerFinding {
  readonly file: string
  /** `Kind/name` */
  readonly object: string
  /** Its name for what it checks. */
  readonly check: string
  readonly message: string
  /** JSON pointer of the field, where the program names one. */
  readonly pointer?: string
}

/** Another program that checks manifests. */
export interface Peer {
  readonly tool: 'kubeconform' | 'kube-score'
  /** All that it can find in these files, as JSON. */
  listArguments(files: readonly string[]): readonly string[]
  /** What it has printed. */
  readFindings(output: string): readonly PeerFinding[]
  /** Whether a finding on the object of a defect is about that defect, be it for a related reason only. */
  isAbout(finding: PeerFinding, defect: Defect): boolean
}
