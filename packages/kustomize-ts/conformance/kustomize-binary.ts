import { homedir } from 'node:os'

/** Where `npm run tools` puts the kustomize that this package is held against. */
export const kustomizeBinary = `${homedir()}/.cache/fogflow-gitops/tools/kustomize-v5.8.1/kustomize`
