import { expect, it } from 'vitest'
import { parseWarnings } from './api/request.ts'
import { parseEntry } from './engines/flux.ts'
import { parseHeader } from './git/cgi-header.ts'
import { hasten } from './git/scratch-repository.ts'

it('reads the warnings of an API server, several in one header, quotes in them', () => {
  expect(parseWarnings(['299 - "deprecated \\"a\\"", 299 - "b, c"', '299 host "d"'])).toEqual([
    'deprecated "a"',
    'b, c',
    'd',
  ])
})

it('reads the inventory of Flux', () => {
  expect(parseEntry('fogflow_master_apps_Deployment', 'v1')).toEqual({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    namespace: 'fogflow',
    name: 'master',
  })
  expect(parseEntry('_fogflow__Namespace', 'v1')).toMatchObject({
    apiVersion: 'v1',
    kind: 'Namespace',
    name: 'fogflow',
  })
})

it('reads the header of a CGI program', () => {
  expect(parseHeader('Status: 404 Not Found\r\nContent-Type: text/plain')).toEqual({
    status: 404,
    headers: { 'Content-Type': 'text/plain' },
  })
})

it('shortens the times of sync objects and nothing else', () => {
  const flux = 'spec:\n  interval: "10m"\n  retryInterval: "1m"\n  timeout: "15m"\n'
  expect(hasten(flux)).toBe('spec:\n  interval: "10m"\n  retryInterval: "5s"\n  timeout: "20s"\n')
})
