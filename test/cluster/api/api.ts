import { CannotFinish } from '../../../scripts/model/cannot-finish.ts'
import { type Manifest, nameReference, type Reference } from './manifest.ts'
import { openPaths, type Paths } from './paths.ts'
import { type Access, type Answer, openConnection, type Send } from './request.ts'

/** An API server, and the rights with which it is asked. */
export interface Api {
  readonly send: Send
  readonly paths: Paths
  /** Annotations of what is made there outside of namespaces, so that it can be told from the work of others. */
  readonly marks?: Readonly<Record<string, string>> | undefined
}

/** The API server of a kubeconfig. */
export function openApi(kubeconfig: string, access: Access & Pick<Api, 'marks'> = {}): Api {
  const send = openConnection(kubeconfig, access)
  return { send, paths: openPaths(send), marks: access.marks }
}

/** Where an object is. */
export const pathTo = async ({ paths }: Api, { apiVersion, kind, namespace, name }: Reference): Promise<string> =>
  `${await paths(apiVersion, kind, namespace)}/${name}`

/** The object of an answer; throws where the API server says no. */
export function demand(what: Reference, answer: Answer): Manifest {
  if (answer.status < 300) return answer.body as Manifest
  throw new CannotFinish(`${nameReference(what)}: the API server answers ${answer.status}: ${messageOf(answer)}`)
}

/** What an answer says, for people. */
export const messageOf = ({ status, body }: Answer): string =>
  (body as { message?: string } | undefined)?.message ?? `status ${status}`
