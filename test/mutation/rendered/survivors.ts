/** Why no rule and no schema notices a mutant, though its field is not neutral. */
interface Survivors {
  readonly why: string
  /** By their names: see mutants.ts. */
  readonly mutants: readonly string[]
}

/** Every mutant of the seed of the suite that survives: one that is not here fails the suite, and so does one here that is caught. */
export const survivors: readonly Survivors[] = [
  {
    why: 'a key that this component does not read, since a key before it is set',
    mutants: [
      'drop clusters/kanto/ueno ConfigMap fogflow/worker-config data.config.json.coreservice_ip: the field',
      'drop test/overlays/docker-tasks ConfigMap fogflow/broker-config data.config.json.internal_hostip: the field',
      'number clusters/kanto/ueno ConfigMap fogflow/broker-config data.config.json.my_hostip: "203.0.113.11"',
    ],
  },
  {
    why: 'which Services share an address, and which is given one, is for the load balancer to say',
    mutants: [
      'drop clusters/kanto/tokyo Service fogflow/broker-shard-1 metadata.annotations.metallb.io/allow-shared-ip: the field',
      'drop clusters/kansai/osaka Service fogflow/broker-shard-1 spec.loadBalancerIP: the field',
    ],
  },
  {
    why: 'a headless Service answers with the addresses of its pods, whatever ports it names',
    mutants: ['drop clusters/kanto/shibuya Service fogflow/broker-shards spec.ports: the field'],
  },
  {
    why: 'without it, targetPort is the port, which is the one that the container listens on',
    mutants: ['drop test/overlays/task-hardening Service fogflow/broker spec.ports[0].targetPort: the field'],
  },
  {
    why: 'an old release is not asked for it: its designer has no readiness that hangs on others',
    mutants: ['drop clusters/lab/legacy Service fogflow-legacy/designer spec.publishNotReadyAddresses: the field'],
  },
  {
    why: 'how long pods stay on a lost node, or which nodes they may use besides: a wish of this overlay',
    mutants: [
      'drop clusters/kansai/osaka StatefulSet fogflow/broker spec.template.spec.tolerations: the field',
      'drop clusters/lab/legacy Deployment fogflow-legacy/rabbitmq spec.template.spec.tolerations: the field',
    ],
  },
  {
    why: 'variables that Dgraph does not read',
    mutants: [
      'drop test/overlays/single-node-3.2 StatefulSet fogflow/dgraph spec.template.spec.enableServiceLinks: the field',
    ],
  },
  {
    why: 'what a shell or another program makes of its arguments is not known here',
    mutants: [
      'drop test/overlays/ingress StatefulSet fogflow/broker spec.template.spec.containers[0].command: the field',
      'drop test/overlays/docker-tasks Deployment fogflow/nginx spec.template.spec.initContainers[1].command[1]: the field',
      'drop overlays/multi-master Deployment fogflow/rabbitmq spec.template.spec.containers[0].command: the field',
      'drop test/overlays/docker-tasks Deployment fogflow/rabbitmq spec.template.spec.containers[0].command[1]: the field',
      'rename clusters/lab/legacy Deployment fogflow-legacy/rabbitmq spec.template.spec.containers[0].livenessProbe.exec.command[1]: "--quift"',
      'move test/overlays/cloud-of-edges StatefulSet fogflow/broker spec.template.spec.initContainers[1].command[0]: to the other end',
      'move overlays/multi-worker Deployment fogflow/master spec.template.spec.initContainers[1].command[3]: to the other end',
      'move test/overlays/layers Deployment fogflow/rabbitmq spec.template.spec.containers[0].livenessProbe.exec.command[1]: to the other end',
    ],
  },
  {
    why: 'all keys are mounted, the needed one too',
    mutants: [
      'drop clusters/lab/legacy StatefulSet fogflow-legacy/worker spec.template.spec.volumes[4].configMap.items: the field',
    ],
  },
  {
    why: 'the label that is left selects the same pods',
    mutants: [
      'drop test/overlays/task-hardening StatefulSet fogflow/worker spec.selector.matchLabels.app.kubernetes.io/part-of: the field',
      'drop clusters/lab/bench Deployment fogflow/rabbitmq spec.selector.matchLabels.app.kubernetes.io/part-of: the field',
    ],
  },
  {
    why: 'the reachability of the repository is asserted for its clusters; in this overlay the policy permits more, or a call that no manifest tells of is cut',
    mutants: [
      'drop test/overlays/layers NetworkPolicy fogflow/discovery spec.podSelector.matchLabels: the field',
      'drop clusters/lab/bench NetworkPolicy fogflow-tasks-0/dns spec.egress[0].to[1]: the field',
      'drop clusters/kanto/ueno NetworkPolicy fogflow-tasks-0/broker spec.egress[0].ports: the field',
      'drop test/overlays/layers NetworkPolicy fogflow/worker spec.egress[2].ports[2]: the field',
    ],
  },
  {
    why: 'the worker of this overlay starts its tasks with Docker: nothing makes Services in this namespace',
    mutants: [
      'drop test/overlays/docker-tasks ResourceQuota fogflow-tasks-0/tasks spec.hard.services.nodeports: the field',
      'number clusters/lab/legacy ResourceQuota fogflow-legacy-tasks-0/tasks spec.hard.services.loadbalancers: "1"',
      'number clusters/lab/legacy ResourceQuota fogflow-legacy-tasks-0/tasks spec.hard.services.nodeports: "1"',
    ],
  },
  {
    why: 'a range that is larger or smaller than what FogFlow uses; the ports of tasks are judged where tasks are called',
    mutants: [
      'drop test/overlays/task-hardening NetworkPolicy fogflow-tasks-0/broker spec.ingress[0].ports[0].endPort: the field',
      'number clusters/lab/laptop NetworkPolicy fogflow/broker spec.egress[3].ports[0].endPort: 61000',
    ],
  },
  {
    why: 'any user and group above 0 works: the folders that a program writes to are given to its group, and FogFlow’s programs need no account',
    mutants: [
      'drop clusters/kansai/osaka Deployment fogflow/master spec.template.spec.securityContext.runAsGroup: the field',
      'number clusters/lab/laptop StatefulSet fogflow/broker spec.template.spec.securityContext.runAsUser: 65533',
      'number overlays/multi-master StatefulSet fogflow/broker spec.template.spec.securityContext.runAsGroup: 65533',
      'number clusters/lab/legacy StatefulSet fogflow-legacy/worker spec.template.spec.securityContext.runAsGroup: 1',
      'number clusters/lab/legacy StatefulSet fogflow-legacy/dgraph spec.template.spec.securityContext.runAsGroup: 10000',
      'number clusters/lab/bench Deployment fogflow/designer spec.template.spec.securityContext.runAsUser: 1001',
      'number clusters/lab/bench Deployment fogflow/rabbitmq spec.template.spec.securityContext.runAsUser: 9990',
      'number overlays/multi-worker Deployment fogflow/nginx spec.template.spec.securityContext.runAsGroup: 1010',
      'number overlays/multi-worker Deployment fogflow/rabbitmq spec.template.spec.securityContext.runAsGroup: 9990',
      'number clusters/lab/legacy Deployment fogflow-legacy/rabbitmq spec.template.spec.securityContext.runAsGroup: 9990',
      'number test/overlays/ingress Deployment fogflow/discovery spec.template.spec.securityContext.runAsGroup: 655320',
      'number overlays/multi-master Deployment fogflow/rabbitmq spec.template.spec.securityContext.fsGroup: 1000',
      'number clusters/lab/legacy Deployment fogflow-legacy/rabbitmq spec.template.spec.securityContext.fsGroup: 1000',
      'number clusters/lab/legacy StatefulSet fogflow-legacy/dgraph spec.template.spec.securityContext.fsGroup: 1001',
    ],
  },
  {
    why: 'a variable that the config of this component does not use',
    mutants: [
      'drop clusters/lab/bench Deployment fogflow/master spec.template.spec.initContainers[1].env[0]: the field',
      'rename test/overlays/cloud-of-edges Deployment fogflow/designer spec.template.spec.initContainers[1].env[1].name: "POD_NAMETPACE"',
    ],
  },
  {
    why: 'nginx answers at / too, as long as the designer does',
    mutants: [
      'drop test/overlays/task-hardening Deployment fogflow/nginx spec.template.spec.containers[0].livenessProbe.httpGet.path: the field',
    ],
  },
  {
    why: 'where pods run is a wish of this overlay, and every node can run them',
    mutants: [
      'drop clusters/kansai/osaka Deployment fogflow/rabbitmq spec.template.spec.affinity: the field',
      'drop clusters/kanto/tokyo Deployment fogflow/nginx spec.template.spec.topologySpreadConstraints[0]: the field',
      'drop overlays/multi-worker StatefulSet fogflow/broker spec.template.spec.affinity.nodeAffinity: the field',
    ],
  },
  {
    why: 'connections that are made while nginx stops are lost; nothing else of a pod says that they matter',
    mutants: [
      'drop test/overlays/layers Deployment fogflow/nginx spec.template.spec.containers[0].lifecycle: the field',
      'drop clusters/kanto/tokyo Deployment fogflow/nginx spec.template.spec.containers[0].lifecycle.preStop: the field',
    ],
  },
  {
    why: 'matchLabelKeys adds the hash of the template: the constraint counts the same pods',
    mutants: [
      'drop overlays/single-worker Deployment fogflow/nginx spec.template.spec.topologySpreadConstraints[0].labelSelector.matchLabels: the field',
      'drop overlays/single-worker Deployment fogflow/nginx spec.template.spec.topologySpreadConstraints[0].labelSelector.matchLabels.app.kubernetes.io/part-of: the field',
      'drop clusters/kansai/osaka StatefulSet fogflow/broker spec.template.spec.topologySpreadConstraints[0].labelSelector.matchLabels.app.kubernetes.io/part-of: the field',
    ],
  },
  {
    why: 'an Ingress without a host is for every host',
    mutants: ['drop test/overlays/ingress Ingress fogflow/fogflow spec.rules[0].host: the field'],
  },
  {
    why: 'without an effect it tolerates all effects of this taint, the one that is meant too',
    mutants: [
      'drop clusters/kanto/ueno StatefulSet fogflow/worker spec.template.spec.tolerations[0].effect: the field',
    ],
  },
  {
    why: 'which nodes a pool has is not in Git: a pod without the label runs elsewhere, as others do',
    mutants: [
      'drop clusters/kanto/ueno StatefulSet fogflow/worker spec.template.spec.nodeSelector: the field',
      'drop clusters/kanto/ueno StatefulSet fogflow/broker spec.template.spec.nodeSelector.example.org/pool: the field',
      'rename clusters/kanto/ueno StatefulSet fogflow/broker spec.template.spec.nodeSelector.example.org/pool: "fohflow"',
    ],
  },
  {
    why: 'what happens to pods while the policy cannot be evaluated: both answers are meant by somebody',
    mutants: [
      'drop test/overlays/task-hardening MutatingAdmissionPolicy fogflow-task-hardening spec.failurePolicy: the field',
    ],
  },
  {
    why: 'the binding says the same',
    mutants: [
      'drop test/overlays/task-hardening MutatingAdmissionPolicy fogflow-task-hardening spec.matchConstraints.namespaceSelector: the field',
      'drop test/overlays/task-hardening MutatingAdmissionPolicy fogflow-task-hardening spec.matchConstraints.namespaceSelector.matchLabels.gitops.fogflow.io/namespace: the field',
    ],
  },
  {
    why: 'the API server takes a claim template without one',
    mutants: [
      'drop test/overlays/docker-tasks StatefulSet fogflow/dgraph spec.volumeClaimTemplates[0].apiVersion: the field',
    ],
  },
  {
    why: 'without a type the folder is not looked at before it is mounted',
    mutants: [
      'drop clusters/lab/legacy StatefulSet fogflow-legacy/worker spec.template.spec.volumes[1].hostPath.type: the field',
    ],
  },
  {
    why: 'a name that nothing in Git refers to: edges call its address',
    mutants: ['number clusters/kanto/tokyo Service fogflow/broker-shard-2 metadata.name: "broker-shard-3"'],
  },
  {
    why: 'the agent port of an old designer, which nothing in Git calls',
    mutants: ['number clusters/lab/legacy Service fogflow-legacy/designer spec.ports[1].port: 10300'],
  },
  {
    why: 'how many replicas: the number is free where state is not shared',
    mutants: [
      'number clusters/lab/legacy StatefulSet fogflow-legacy/broker spec.replicas: 10',
      'number test/overlays/ingress Deployment fogflow/nginx spec.replicas: 10',
    ],
  },
  {
    why: 'a longer or shorter time to stop that is still enough',
    mutants: [
      'number test/overlays/single-node-3.2 StatefulSet fogflow/dgraph spec.template.spec.terminationGracePeriodSeconds: 600',
      'number clusters/lab/legacy StatefulSet fogflow-legacy/broker spec.template.spec.terminationGracePeriodSeconds: 11',
      'number test/overlays/ingress Deployment fogflow/designer spec.template.spec.terminationGracePeriodSeconds: 100',
      'number overlays/multi-master Deployment fogflow/master spec.template.spec.terminationGracePeriodSeconds: 100',
      'number overlays/single-node Deployment fogflow/rabbitmq spec.template.spec.terminationGracePeriodSeconds: 300',
    ],
  },
  {
    why: 'which versions an image has is for its registry to say',
    mutants: [
      'number test/overlays/single-node-3.2 StatefulSet fogflow/dgraph spec.template.spec.containers[0].image: "dgraph/standalone:v21.11.0"',
      'number overlays/single-worker Deployment fogflow/rabbitmq spec.template.spec.containers[0].image: "rabbitmq:4.13.7"',
      'number clusters/lab/legacy Deployment fogflow-legacy/nginx spec.template.spec.containers[0].image: "nginxinc/nginx-unprivileged:2.28.0"',
    ],
  },
  {
    why: 'how much a task may use when it says nothing: any number is one that an operator may want',
    mutants: [
      'number test/overlays/ingress LimitRange fogflow-tasks-0/tasks spec.limits[0].defaultRequest.cpu: "101m"',
      'number overlays/multi-master LimitRange fogflow-tasks-1/tasks spec.limits[0].defaultRequest.cpu: "101m"',
      'number clusters/kansai/osaka LimitRange fogflow-tasks-2/tasks spec.limits[0].defaultRequest.cpu: "101m"',
      'number clusters/lab/legacy LimitRange fogflow-legacy-tasks-0/tasks spec.limits[0].defaultRequest.cpu: "101m"',
      'number test/overlays/layers LimitRange fogflow-tasks-0/tasks spec.limits[0].defaultRequest.memory: "129Mi"',
      'number overlays/multi-worker LimitRange fogflow-tasks-2/tasks spec.limits[0].defaultRequest.memory: "129Mi"',
      'number clusters/lab/legacy LimitRange fogflow-legacy-tasks-0/tasks spec.limits[0].defaultRequest.memory: "129Mi"',
      'number overlays/multi-master LimitRange fogflow-tasks-1/tasks spec.limits[0].defaultRequest.memory: "129Mi"',
      'number overlays/multi-worker LimitRange fogflow-tasks-2/tasks spec.limits[0].default.memory: "513Mi"',
      'number clusters/kanto/shibuya LimitRange fogflow-tasks-0/tasks spec.limits[0].default.memory: "513Mi"',
      'number clusters/kanto/tokyo LimitRange fogflow-tasks-1/tasks spec.limits[0].default.memory: "513Mi"',
      'number clusters/lab/legacy LimitRange fogflow-legacy-tasks-0/tasks spec.limits[0].default.memory: "513Mi"',
    ],
  },
  {
    why: 'of one replica one may go, whether the budget lets one go or ten',
    mutants: ['number overlays/single-worker PodDisruptionBudget fogflow/broker spec.maxUnavailable: 10'],
  },
  {
    why: 'the same change twice: whether that is the same as once is for its expression to say',
    mutants: [
      'duplicate test/overlays/task-hardening MutatingAdmissionPolicy fogflow-task-hardening spec.mutations[0]: the element',
      'duplicate test/overlays/task-hardening MutatingAdmissionPolicy fogflow-task-hardening spec.mutations[1]: the element',
    ],
  },
  {
    why: 'both have to be done before the program starts, in either order',
    mutants: [
      'move clusters/kansai/kobe StatefulSet fogflow/broker spec.template.spec.initContainers[1]: to the other end',
      'move overlays/single-node Deployment fogflow/master spec.template.spec.initContainers[0].args[1]: to the other end',
    ],
  },
]
