import type { Duplex } from 'node:stream'

/** What is sent to the API server: a path such as `/api/v1/namespaces/fogflow/pods`, with its query. */
export interface ApiRequest {
  readonly path: string
  readonly method?: 'GET' | 'DELETE'
}

/** A port of a pod that is asked through the API server. */
export interface PodPort {
  readonly namespace: string
  readonly pod: string
  readonly port: number
}

/** One cluster's API server, asked as the user of a context. */
export interface Api {
  /** Name of the context. */
  readonly context: string
  /** Its address. */
  readonly server: string
  /** The JSON of the answer. Fails with ApiFailure where the answer is no success (403, 404 …) or does not come. */
  send(request: ApiRequest): Promise<unknown>
  /** A connection to a port of a pod. Fails with ApiFailure; where the pod does not answer, the stream fails. */
  connect(target: PodPort): Promise<Duplex>
}
