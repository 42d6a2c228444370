export interface KindName {
  readonly apiVersion: string
  readonly kind: string
}

/** As kubeconform looks for it: kind, first label of the group, version, in lower case. */
export function fileOf({ apiVersion, kind }: KindName): string {
  const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion]
  return `${[kind, group?.split('.')[0], version].filter(Boolean).join('-').toLowerCase()}.json`
}
