import fc from 'fast-check'
import { type MapNode, parseDocuments } from 'kustomize-ts'
import { describe, expect, it } from 'vitest'
import { componentOf, readImage } from './component-of.ts'
import { environmentOf, mountedPaths, publishedPorts, readCompose } from './read-compose.ts'
import { readNginx } from './read-nginx.ts'

describe('an image reference', () => {
  it('is taken apart whatever registry, tag and digest it has', () => {
    const names = fc.stringMatching(/^(?:[a-z0-9.]{1,8}(?::[0-9]{1,4})?\/)?[a-z0-9]{1,8}(?:\/[a-z0-9]{1,8}){0,2}$/)
    const tags = fc.option(fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,8}$/), { nil: undefined })
    fc.assert(
      fc.property(names, tags, fc.constantFrom('', '@sha256:0'), (name, tag, digest) => {
        const [reference, image] = tag === undefined ? [name, { name }] : [`${name}:${tag}`, { name, tag }]
        expect(readImage(reference + digest)).toEqual(image)
      }),
    )
  })

  it.each([
    ['fogflow/broker', 'broker'],
    ['registry.example.org:5000/fogflow/worker_arm', 'worker'],
    ['rabbitmq', 'rabbitmq'],
    ['dgraph/standalone', 'dgraph'],
    ['library/nginx', 'nginx'],
    ['postgres', undefined],
  ])('%s is %s', (name, component) => {
    expect(componentOf(name)).toBe(component)
  })
})

describe('an nginx.conf', () => {
  it('has a route for each location that passes on, at its place', () => {
    const text =
      'server {\n  location = /a {\n    proxy_pass http://b:81/; # to b\n  }\n  # location /c { proxy_pass http://d; }\n  location /e { proxy_pass https://f; }\n}'
    expect(readNginx({ file: 'n', text })).toEqual([
      { location: '/a', host: 'b', port: 81, at: { file: 'n', line: 3, column: 23 } },
      { location: '/e', host: 'f', port: 80, at: { file: 'n', line: 6, column: 36 } },
    ])
  })

  it('of any text is read without harm, and places are inside of it', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom('location / {', 'proxy_pass http://a:1;', 'proxy_pass http://;', '}'),
    )
    fc.assert(
      fc.property(fc.array(line), lines => {
        const text = lines.join('\n')
        for (const { at, host } of readNginx({ file: '', text }))
          expect(
            text
              .split('\n')
              [at.line - 1]?.slice(at.column - 1)
              .startsWith(host),
          ).toBe(true)
      }),
    )
  })
})

describe('a compose file', () => {
  const compose = (service: string) => {
    const [root] = parseDocuments(`services:\n  broker:\n    image: fogflow/broker:3.2\n${service}`, 'c').documents
    const [workload] = readCompose(root as MapNode)
    if (!workload) throw new Error('no service')
    return workload
  }

  it('publishes ports in every form', () => {
    const ports =
      '    ports: [80, "81:82", "127.0.0.1:83:84/tcp", { target: 85 }, { target: 86, published: "87" }, "x", null]\n'
    const found = publishedPorts(compose(ports)).map(({ outside, inside }) => [outside, inside])
    expect(found).toEqual([
      [80, 80],
      [81, 82],
      [83, 84],
      [85, 85],
      [87, 86],
    ])
  })

  it('mounts in every form', () => {
    expect(mountedPaths(compose('    volumes: [./a:/b, c:/d:ro, { type: bind, target: /e }, /f, null]\n'))).toEqual([
      '/b',
      '/d',
      '/e',
    ])
  })

  it('sets variables in both forms', () => {
    const read = (text: string) => environmentOf(compose(text)).map(({ name, value }) => [name, value])
    expect(read('    environment: [A=b=c, D, 1]\n')).toEqual([
      ['A', 'b=c'],
      ['D', ''],
      ['1', ''],
    ])
    expect(read('    environment: { A: b, C: }\n')).toEqual([
      ['A', 'b'],
      ['C', ''],
    ])
  })

  it('of any shape is read without harm', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (ports, volumes, environment) => {
        const [root] = parseDocuments(
          JSON.stringify({ services: { a: { image: 'b', ports, volumes, environment }, c: ports } }),
          'c',
        ).documents
        for (const workload of readCompose(root as MapNode)) {
          publishedPorts(workload)
          mountedPaths(workload)
          environmentOf(workload)
        }
      }),
    )
  })
})
