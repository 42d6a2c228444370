import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, afterEach, expect, it } from 'vitest'
import { CannotFinish } from '../model/cannot-finish.ts'
import { ApiFailure } from './api-failure.ts'
import { openApi } from './open-api.ts'

const folder = mkdtempSync(join(tmpdir(), 'fogflow-gitops-kubeconfig-'))
const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function write(name: string, config: unknown): string {
  const file = join(folder, name)
  writeFileSync(file, typeof config === 'string' ? config : JSON.stringify(config))
  return file
}

const kubeconfig = (name: string, server = 'http://127.0.0.1:1') => ({
  apiVersion: 'v1',
  kind: 'Config',
  clusters: [{ name, cluster: { server, 'insecure-skip-tls-verify': true } }],
  users: [{ name, user: { token: 'secret' } }],
  contexts: [{ name, context: { cluster: name, user: name } }],
  'current-context': name,
})

const open = (files: string, context?: string) => openApi({ files, cwd: folder, context })

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  await new Promise<void>(resolve => void server.listen(0, '127.0.0.1', resolve))
  closers.push(() => server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

it('takes the current context, another one by name, and a file relative to where the user stands', async () => {
  const one = kubeconfig('one')
  const two = kubeconfig('two', 'http://127.0.0.1:2')
  const both = {
    ...one,
    ...{ clusters: [...one.clusters, ...two.clusters], contexts: [...one.contexts, ...two.contexts] },
  }
  write('both', { ...both, users: [...one.users, ...two.users] })
  expect(await open('both')).toMatchObject({ context: 'one', server: 'http://127.0.0.1:1' })
  expect(await open('both', 'two')).toMatchObject({ context: 'two', server: 'http://127.0.0.1:2' })
})

it('merges the files of KUBECONFIG; the first one decides', async () => {
  const files = [write('a', kubeconfig('a')), write('b', kubeconfig('b'))].join(delimiter)
  expect(await open(files)).toMatchObject({ context: 'a' })
  expect(await open(files, 'b')).toMatchObject({ context: 'b' })
})

const base = kubeconfig('laptop')
it.each([
  ['is not there', 'missing', undefined, /missing is not there/],
  ['is no YAML', write('broken', 'a: [b'), undefined, /is no kubeconfig/],
  ['is something else', write('list', '- a\n'), undefined, /kubeconfig|context/],
  ['is empty', write('empty', ''), undefined, /is no kubeconfig|no current context/],
  ['is a folder', folder, undefined, /cannot be read/],
  ['has no current context', write('none', { ...base, 'current-context': '' }), undefined, /laptop/],
  ['does not have the context', write('other', base), 'lapto', /did you mean "laptop"/],
  ['lacks the cluster', write('no-cluster', { ...base, clusters: [] }), undefined, /cluster "laptop"/],
  ['lacks the user', write('no-user', { ...base, users: [] }), undefined, /user "laptop"/],
])('says so in a sentence when the kubeconfig %s', async (_, file, context, message) => {
  const error = await open(file, context).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(CannotFinish)
  expect((error as Error).message).toMatch(message)
})

it('sends the token, and gives back the JSON as it is', async () => {
  const server = await serve((request, response) => {
    response.end(JSON.stringify({ unknownField: request.headers.authorization, path: request.url }))
  })
  const api = await open(write('served', kubeconfig('served', server)))
  expect(await api.send({ path: '/api/v1/nodes' })).toEqual({ unknownField: 'Bearer secret', path: '/api/v1/nodes' })
})

it('says what an API server says against a request', async () => {
  const server = await serve((_, response) => {
    response.writeHead(403).end(JSON.stringify({ kind: 'Status', message: 'nodes is forbidden' }))
  })
  const api = await open(write('forbidden', kubeconfig('forbidden', server)))
  await expect(api.send({ path: '/' })).rejects.toMatchObject({
    message: 'nodes is forbidden',
    status: 403,
    isFinal: false,
  })
})

it('says so when what answers is no API server, or nothing does', async () => {
  const server = await serve((_, response) => response.end('<html>log in</html>'))
  const page = await open(write('page', kubeconfig('page', server)))
  await expect(page.send({ path: '/' })).rejects.toThrow(/not JSON/)
  const nobody = await open(write('nobody', kubeconfig('nobody', 'http://127.0.0.1:1')))
  const error = await nobody.send({ path: '/' }).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(ApiFailure)
  expect(error).toMatchObject({ isFinal: true, message: expect.stringMatching(/nothing listens there/) })
})

it('says that a port-forward which is not allowed is not', async () => {
  const server = await serve((_, response) => response.writeHead(403).end())
  const api = await open(write('no-forward', kubeconfig('no-forward', server)))
  await expect(api.connect({ namespace: 'a', pod: 'b', port: 1 })).rejects.toMatchObject({ status: 403 })
})
