/** Where the credential lies in a cluster: the Secret that base/ refers to. */
export interface SecretName {
  readonly namespace: string
  readonly name: string
}
