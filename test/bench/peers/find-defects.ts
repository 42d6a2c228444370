import type { Defect } from '../../upstream/defects.ts'
import type { Peer, PeerFinding } from './peer.ts'

/** The ids of the defects that some of these findings are about: in a file and on an object of the defect. */
export function findDefects(
  { isAbout }: Peer,
  findings: readonly PeerFinding[],
  defects: readonly Defect[],
): readonly string[] {
  const isOf = (defect: Defect) => (finding: PeerFinding) =>
    filesOf(defect).includes(finding.file) && defect.objects.includes(finding.object) && isAbout(finding, defect)
  return defects.filter(defect => findings.some(isOf(defect))).map(({ id }) => id)
}

const filesOf = ({ file, also }: Defect) => [file, ...also.map(place => place.replace(/:\d+$/, ''))]
