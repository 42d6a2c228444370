/** A Go module as the module proxy has it. `version` is the newest stable one at the time of writing. */
export interface Module {
  readonly path: string
  readonly version: string
}

const kubernetes = (version: string): Module => ({ path: 'k8s.io/kubernetes', version })

/** One folder of schemas each, named after the minor version; the latest patch speaks for it. */
export const releases: readonly Module[] = [
  kubernetes('v1.34.4'),
  kubernetes('v1.35.4'),
  kubernetes('v1.36.3'),
  kubernetes('v1.37.2'),
]

/** The files of a release that its schemas are made from. */
export const openApiFile = 'api/openapi-spec/swagger.json'
export const goCodeFile = 'pkg/generated/openapi/zz_generated.openapi.go'

/** The custom resources that a FogFlow deployment uses: those of the two sync engines and of the secret providers. */
export const customResources: readonly (Module & { readonly files: readonly string[] })[] = [
  {
    path: 'github.com/fluxcd/source-controller',
    version: 'v1.10.1',
    files: ['config/crd/bases/source.toolkit.fluxcd.io_gitrepositories.yaml'],
  },
  {
    path: 'github.com/fluxcd/kustomize-controller',
    version: 'v1.10.1',
    files: ['config/crd/bases/kustomize.toolkit.fluxcd.io_kustomizations.yaml'],
  },
  {
    path: 'github.com/argoproj/argo-cd/v3',
    version: 'v3.6.1',
    files: ['application', 'applicationset', 'appproject'].map(name => `manifests/crds/${name}-crd.yaml`),
  },
  {
    path: 'github.com/external-secrets/external-secrets',
    version: 'v1.3.2',
    files: ['externalsecrets', 'secretstores'].map(name => `config/crds/bases/external-secrets.io_${name}.yaml`),
  },
  {
    path: 'github.com/bitnami-labs/sealed-secrets',
    version: 'v0.40.0',
    files: ['helm/sealed-secrets/crds/bitnami.com_sealedsecrets.yaml'],
  },
]
