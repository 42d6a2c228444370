/** Why a diagnostic beside the known defects is no false alarm: one fact, and the places that it makes true. */
interface Fact {
  readonly code: string
  /** A sentence, with FogFlow's or Kubernetes' own source. */
  readonly fact: string
  /** `file:line,line` */
  readonly places: readonly string[]
}

/** Every diagnostic on FogFlow's own deployment files that is not at a place of a known defect (commit d4c7a882). */
export const facts: readonly Fact[] = [
  {
    code: 'config-change-rolls-pods',
    fact: 'Mounted by subPath under a fixed name, a changed file reaches no running pod (Kubernetes, "ConfigMaps").',
    places: [
      'deployment/kubernetes/cloud-node/designer.yaml:27',
      'deployment/kubernetes/cloud-node/discovery.yaml:24',
      'deployment/kubernetes/cloud-node/master.yaml:25',
      'deployment/kubernetes/cloud-node/worker.yaml:22',
      'deployment/kubernetes/edge-node/edge-broker.yaml:24',
      'deployment/kubernetes/edge-node/edge-worker.yaml:22',
    ],
  },
  {
    code: 'config-dead-key',
    fact: 'ldAgentPort is stored and given to pages, but nothing listens on it (designer/main.js:125).',
    places: [
      'deployment/docker/cloud-node/config.json:37',
      'deployment/kubernetes/cloud-node/configmap.yaml:41',
      'release/latest/cloud/config.json:31',
    ],
  },
  {
    code: 'config-dead-key',
    fact: 'Only designer/dgraph.js reads persistent_storage, and since commit c6b1ce1f nothing imports that; the images are 3.2.8 or latest, and that of validation/ is named nowhere.',
    places: [
      'release/3.2.6/cloud/config.json:40',
      'release/latest/cloud/config.json:41',
      'release/validation/config.json:40',
    ],
  },
  {
    code: 'config-required-key',
    fact: 'The images are 3.2.8, or by default where no file names them: they need the heartbeats (master/master.go:146-154, discovery/fastDiscovery.go:522-532) and rest_api_port (designer/main.js:136).',
    places: ['release/3.2.6/cloud/config.json:17,20,23', 'release/validation/config.json:17,20,23'],
  },
  {
    code: 'dangerous-route',
    fact: 'proxy_pass of /ngsi9/ to discovery, with no location before it that refuses /ngsi9/subscription/ (discovery/fastDiscovery.go:462-466).',
    places: [
      'release/3.2.2/cloud/nginx.conf:15',
      'release/3.2.6/cloud/nginx.conf:15',
      'release/3.2/cloud/nginx.conf:15',
      'release/latest/cloud/nginx.conf:15',
    ],
  },
  {
    code: 'default-service-account',
    fact: 'The worker needs the rights to create Deployments and Services (worker/kubernetes.go:105-241), and edge-serviceaccount.yaml binds them to default.',
    places: ['deployment/kubernetes/edge-node/edge-worker.yaml:28'],
  },
  {
    code: 'end-of-life-image',
    fact: 'RabbitMQ 3.8 had fixes until 2022-07-31, 3.9 until 2023-07-31 (www.rabbitmq.com/release-information).',
    places: [
      'deployment/docker/cloud-node/docker-compose.yml:61',
      'release/3.2.2/cloud/docker-compose.yml:64',
      'release/3.2.6/cloud/docker-compose.yml:64',
      'release/3.2.8/cloud/docker-compose.yml:60',
      'release/3.2/cloud/docker-compose.yml:64',
      'release/latest/cloud/docker-compose.yml:59',
    ],
  },
  {
    code: 'literal-credential',
    fact: 'The password of RabbitMQ, in clear; that of RABBITMQ_DEFAULT_PASS is what a new RabbitMQ takes for its own.',
    places: [
      'deployment/docker/cloud-node/config.json:43',
      'deployment/docker/cloud-node/docker-compose.yml:66',
      'deployment/docker/edge-node/config.json:30',
      'release/3.2.2/cloud/config.json:35',
      'release/3.2.2/cloud/docker-compose.yml:69',
      'release/3.2.2/edge/config.json:29',
      'release/3.2.6/cloud/config.json:35',
      'release/3.2.6/cloud/docker-compose.yml:69',
      'release/3.2.6/edge/config.json:29',
      'release/3.2.8/cloud/config.json:40',
      'release/3.2.8/cloud/docker-compose.yml:65',
      'release/3.2.8/edge/config.json:33',
      'release/3.2/cloud/config.json:35',
      'release/3.2/cloud/docker-compose.yml:69',
      'release/3.2/edge/config.json:29',
      'release/latest/cloud/config.json:36',
      'release/latest/cloud/docker-compose.yml:64',
      'release/latest/edge/config.json:29',
      'release/validation/config.json:35',
    ],
  },
  {
    code: 'mutable-image-tag',
    fact: 'The tag is latest, or absent, which is the same; k8s is put on latest anew (retag-image.sh:1-5).',
    places: [
      'deployment/docker/cloud-node/docker-compose.yml:4,20,28,43,53',
      'deployment/docker/edge-node/docker-compose.yml:4,12',
      'deployment/kubernetes/cloud-node/designer.yaml:18',
      'release/3.2.2/cloud/docker-compose.yml:73,85',
      'release/3.2.2/edge/docker-compose.yml:12',
      'release/3.2.6/cloud/docker-compose.yml:73,85',
      'release/3.2/cloud/docker-compose.yml:73,85',
      'release/3.2/edge/docker-compose.yml:12',
      'release/latest/cloud/docker-compose.yml:4,19,27,41,51,68,79',
      'release/latest/edge/docker-compose.yml:4,12',
    ],
  },
  {
    code: 'network-policy-required',
    fact: 'The folders have no NetworkPolicy, and a pod that none selects takes calls from every pod (Kubernetes, "Network Policies").',
    places: [
      'deployment/kubernetes/cloud-node/broker.yaml:1',
      'deployment/kubernetes/cloud-node/designer.yaml:1',
      'deployment/kubernetes/cloud-node/master.yaml:1',
      'deployment/kubernetes/cloud-node/rabbitmq.yaml:1',
      'deployment/kubernetes/cloud-node/worker.yaml:1',
      'deployment/kubernetes/edge-node/edge-broker.yaml:1',
      'deployment/kubernetes/edge-node/edge-worker.yaml:1',
    ],
  },
  {
    code: 'port-without-listener',
    fact: '1090 is the ldAgentPort, on which the designer does not listen (designer/main.js:125).',
    places: ['deployment/docker/cloud-node/docker-compose.yml:12', 'release/latest/cloud/docker-compose.yml:10'],
  },
  {
    code: 'probes-required',
    fact: 'None of the containers that listen has a probe; each answers a GET or takes a connection (broker/main.go:36-50 keeps the port closed until discovery is there).',
    places: [
      'deployment/kubernetes/cloud-node/designer.yaml:16',
      'deployment/kubernetes/cloud-node/discovery.yaml:15',
      'deployment/kubernetes/cloud-node/master.yaml:15',
      'deployment/kubernetes/cloud-node/rabbitmq.yaml:15',
      'deployment/kubernetes/edge-node/edge-broker.yaml:15',
    ],
  },
  {
    code: 'rbac-least-privilege',
    fact: 'The worker creates and deletes, and never reads, Deployments and Services (worker/kubernetes.go:105-261).',
    places: [
      'deployment/kubernetes/cloud-node/serviceaccount.yaml:12',
      'deployment/kubernetes/edge-node/edge-serviceaccount.yaml:9,12',
    ],
  },
  {
    code: 'resources-required',
    fact: 'No container has resources, and no LimitRange gives any: the kubelet evicts such pods first (Kubernetes, "Node-pressure Eviction").',
    places: [
      'deployment/kubernetes/cloud-node/designer.yaml:16',
      'deployment/kubernetes/cloud-node/discovery.yaml:15',
      'deployment/kubernetes/cloud-node/master.yaml:15',
      'deployment/kubernetes/cloud-node/rabbitmq.yaml:15',
      'deployment/kubernetes/cloud-node/worker.yaml:15',
      'deployment/kubernetes/edge-node/edge-broker.yaml:15',
      'deployment/kubernetes/edge-node/edge-worker.yaml:15',
    ],
  },
  {
    code: 'security-context-required',
    fact: 'None of the eight Deployments has a securityContext, and no image of FogFlow names a user: they run as root.',
    places: [
      'deployment/kubernetes/cloud-node/designer.yaml:15',
      'deployment/kubernetes/cloud-node/discovery.yaml:14',
      'deployment/kubernetes/cloud-node/master.yaml:14',
      'deployment/kubernetes/cloud-node/rabbitmq.yaml:14',
      'deployment/kubernetes/cloud-node/worker.yaml:14',
      'deployment/kubernetes/edge-node/edge-broker.yaml:14',
      'deployment/kubernetes/edge-node/edge-worker.yaml:14',
    ],
  },
  {
    code: 'state-without-volume',
    fact: "The designer of latest keeps its data in /app/public/data/meta/db.json (designer/main.js:27-35), in the container's own layer here.",
    places: ['release/latest/cloud/docker-compose.yml:5'],
  },
  {
    code: 'store-of-release',
    fact: 'No designer since commit c6b1ce1f reads Dgraph, and the designers here are 3.2.8 and latest.',
    places: ['release/3.2.6/cloud/docker-compose.yml:85', 'release/latest/cloud/docker-compose.yml:79'],
  },
  {
    code: 'token-automount',
    fact: 'Only worker/kubernetes.go calls the API server, and a pod that does not refuse it has a token (Kubernetes, "Configure Service Accounts for Pods").',
    places: [
      'deployment/kubernetes/cloud-node/designer.yaml:15',
      'deployment/kubernetes/cloud-node/discovery.yaml:14',
      'deployment/kubernetes/cloud-node/master.yaml:14',
      'deployment/kubernetes/cloud-node/rabbitmq.yaml:14',
      'deployment/kubernetes/edge-node/edge-broker.yaml:14',
    ],
  },
  {
    code: 'worker-grace-period',
    fact: 'It deletes its tasks one by one on SIGTERM (worker/worker.go:96-108) and has the 30 s of a pod that names no other grace period (Kubernetes, "Pod Lifecycle").',
    places: ['deployment/kubernetes/cloud-node/worker.yaml:14', 'deployment/kubernetes/edge-node/edge-worker.yaml:14'],
  },
]
