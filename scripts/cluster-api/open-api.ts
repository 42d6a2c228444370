import type { Api } from './api.ts'
import { connectPort } from './connect-port.ts'
import { type KubeconfigChoice, readKubeconfig } from './read-kubeconfig.ts'
import { sendRequest } from './send-request.ts'

/** The API server that a kubeconfig leads to. The library is loaded here only: nobody else pays for its start. */
export async function openApi(choice: KubeconfigChoice): Promise<Api> {
  const { KubeConfig, PortForward } = await import('@kubernetes/client-node')
  const config = new KubeConfig()
  readKubeconfig(config, choice)
  const forward = new PortForward(config)
  return {
    context: config.getCurrentContext(),
    server: config.getCurrentCluster()?.server ?? '',
    send: request => sendRequest(config, request),
    connect: target => connectPort(forward, target),
  }
}
