/** An object of Kubernetes as JSON has it. */
export interface Manifest {
  readonly apiVersion: string
  readonly kind: string
  readonly metadata: {
    readonly name: string
    readonly namespace?: string
    readonly labels?: Readonly<Record<string, string>>
    readonly annotations?: Readonly<Record<string, string>>
    readonly creationTimestamp?: string
    readonly deletionTimestamp?: string
    readonly generation?: number
    readonly uid?: string
    readonly [field: string]: unknown
  }
  readonly [field: string]: unknown
}

/** What an object is found by. */
export interface Reference {
  readonly apiVersion: string
  readonly kind: string
  readonly namespace?: string | undefined
  readonly name: string
}

/** `Deployment fogflow/master`, for people. */
export const nameReference = ({ kind, namespace, name }: Reference): string =>
  `${kind} ${namespace ? `${namespace}/` : ''}${name}`

export const referenceTo = ({ apiVersion, kind, metadata: { namespace, name } }: Manifest): Reference => ({
  apiVersion,
  kind,
  namespace,
  name,
})
