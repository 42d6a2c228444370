const top = 'repository: { url: "https://git.example.org/f.git" }\nengine: flux\n'

/** A cloud and its edges in kanto/, and a cluster elsewhere, all with one release: settings files below clusters/. */
export function siteSettings(count: number, release: string): Readonly<Record<string, string>> {
  const edges = Array.from({ length: count - 1 }, (_, at) => [
    `kanto/edge-${String(at + 1).padStart(2, '0')}/cluster.yaml`,
    `site: { id: "${100 + at}", location: { latitude: 35, longitude: 139 } }\naddress: 10.${at >> 8}.${at & 255}.1\n`,
  ])
  return {
    'defaults.yaml': top,
    'kanto/defaults.yaml': `role: edge\ncloud: kanto/tokyo\nrelease: "${release}"\n`,
    ...Object.fromEntries(edges),
    'lab/cluster.yaml': `role: cloud\ntopology: single-node\nrelease: "${release}"\nsite: { id: "002", location: { latitude: 0, longitude: 0 } }\naddress: 192.0.2.3\n`,
    'kanto/tokyo/cluster.yaml':
      'role: cloud\ntopology: single-node\nsite: { id: "001", location: { latitude: 35.6, longitude: 139.7 } }\naddress: 192.0.2.2\n',
  }
}
