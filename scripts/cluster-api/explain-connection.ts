const meanings: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'its name is not known',
  EAI_AGAIN: 'its name cannot be looked up',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no way to it',
  ETIMEDOUT: 'it does not answer',
  ABORT_ERR: 'it does not answer',
  ECONNRESET: 'it closed the connection',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not of the authority that the kubeconfig trusts',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not of the authority that the kubeconfig trusts',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not of the authority that the kubeconfig trusts',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is not of the authority that the kubeconfig trusts',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another address',
}

/** Why there is no answer of an API server, in a sentence. */
export function explainConnection(server: string, { code, name, message }: NodeJS.ErrnoException): string {
  const known = meanings[code ?? ''] ?? (name === 'TimeoutError' ? 'it does not answer' : undefined)
  return `the API server ${server} cannot be reached: ${known ? `${known} (${code ?? name})` : message}`
}
