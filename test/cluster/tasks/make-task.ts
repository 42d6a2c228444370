import type { Manifest } from '../api/manifest.ts'

const port = 45_955

/**
 * What the worker of FogFlow 3.2.8 makes for a task (worker/kubernetes.go): a container with a host port, named by the
 * port, and nothing that bounds it.
 */
export function makeTask(name: string, namespace: string): Manifest {
  const labels = { app: name }
  const container = {
    name,
    image: 'fogflow/counter:3.2.8',
    imagePullPolicy: 'IfNotPresent',
    ports: [{ containerPort: port, hostPort: port }],
    env: [
      { name: 'myport', value: String(port) },
      {
        name: 'adminCfg',
        value: '[{"command":"CONNECT_BROKER","brokerURL":"http://broker-0.broker-shards.fogflow:8070"}]',
      },
    ],
  }
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace },
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers: [container] } } },
  }
}

/** Its Service, by which brokers reach it. */
export const makeTaskService = (name: string, namespace: string): Manifest => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace },
  spec: { type: 'ClusterIP', selector: { app: name }, ports: [{ port }] },
})
