import { describe, expect, it } from 'vitest'
import { capture } from '../testing/capture.ts'
import { writeTree } from '../testing/write-tree.ts'
import { validate } from './validate.ts'

/** What is found in files, as `code file:line`. */
function run(files: Readonly<Record<string, string>>): readonly string[] {
  const { environment, output } = capture(writeTree(files))
  validate(['.'], { format: 'json', release: '3.2.8', all: false }, environment)
  const { diagnostics } = JSON.parse(output())
  return diagnostics.map(({ code, file, line }: Record<string, string>) => `${code} ${file}:${line}`)
}

const edgeConfig = (more = '') => `{
  "coreservice_ip": "192.0.2.1",
  "my_hostip": "192.0.2.2",
  "site_id": "002",
  "discovery": { "http_port": 8090 },
  "broker": { "http_port": 8060${more} },
  "worker": { "capacity": 4, "start_actual_task": true, "container_management": "docker" },
  "rabbitmq": { "port": 5672, "username": "fogflow", "password": "\${PASSWORD}" }
}
`

const edge = (broker = '') => `services:
  edge_broker:
    image: registry.example.org/fogflow/broker:3.2.8@sha256:${'0'.repeat(64)}
    volumes:
      - ./config.json:/config.json
    ports:
      - "8060:8060"
${broker}`

describe('a compose file', () => {
  it('is judged with what its services mount, and nothing is found where all agrees', () => {
    expect(run({ 'docker-compose.yml': edge(), 'config.json': edgeConfig() })).toEqual([])
  })

  it("has each place in the file where it stands, the config's in the config", () => {
    const found = run({ 'compose.yaml': edge(), 'config.json': edgeConfig(', "host_ip": "edge_broker"') })
    expect(found).toEqual(['config-broker-address config.json:6'])
  })

  it('says by its images how a config is read', () => {
    const files = { 'compose.yaml': edge().replace('3.2.8@', '3.2.2@'), 'config.json': edgeConfig(', "host_ip": "x"') }
    expect(run(files)).toContain('config-wrong-type config.json:6')
  })

  it('shows a port that its service does not listen on', () => {
    const files = { 'compose.yaml': edge().replace('8060:8060', '8060:8061'), 'config.json': edgeConfig() }
    expect(run(files)).toEqual(['port-without-listener compose.yaml:7'])
  })

  it('shows an address at which another service does not listen', () => {
    const front = `  front:
    image: nginx:1.28.0@sha256:${'0'.repeat(64)}
    volumes:
      - ./nginx.conf:/etc/nginx/nginx.conf:ro
`
    const nginx = (port: number) => `events { }
http {
  server {
    listen 80;
    location / { proxy_pass http://edge_broker:${port}; }
    location /a { proxy_pass http://edge_broken:8060; }
  }
}
`
    const files = { 'compose.yaml': edge(front), 'config.json': edgeConfig(), 'nginx.conf': nginx(8070) }
    expect(run(files)).toEqual(['url-resolves nginx.conf:5', 'url-resolves nginx.conf:6'])
  })

  it('shows a password, and one that RabbitMQ does not have', () => {
    const queue = `  rabbitmq:
    image: rabbitmq:3.13.7
    environment:
      - RABBITMQ_DEFAULT_USER=fogflow
      - RABBITMQ_DEFAULT_PASS=secret
`
    const files = { 'compose.yaml': edge(queue), 'config.json': edgeConfig().replace('${PASSWORD}', 'other') }
    expect(run(files)).toEqual([
      'literal-credential compose.yaml:12',
      'credential-drift config.json:8',
      'literal-credential config.json:8',
    ])
  })

  it('takes the defaults of variables, env files and the long forms', () => {
    const files = {
      'compose.yaml': `services:
  edge_broker:
    image: fogflow/broker:\${TAG:-3.2.8}
    env_file: .env
    volumes:
      - type: bind
        source: ./config.json
        target: /config.json
    ports:
      - target: 8060
        published: 80
x-notes: free
`,
      '.env': '# comment\nBROKER_PASSWORD=secret\n',
      'config.json': edgeConfig(),
    }
    expect(run(files)).toEqual(['literal-credential .env:2'])
  })
})

describe('a compose file that is wrong', () => {
  it.each([
    ['no YAML', 'services: [\n', 'yaml-syntax'],
    ['empty', '\n', 'compose-syntax compose.yaml:1'],
    ['two documents', 'services: { a: { image: x:1.0 } }\n---\nservices: {}\n', 'compose-syntax compose.yaml:3'],
    ['without services', 'version: "3"\n', 'missing-field compose.yaml:1'],
    ['with no service', 'services: {}\n', 'invalid-value compose.yaml:1'],
    ['a list of services', 'services: [a]\n', 'wrong-type compose.yaml:1'],
    ['a service that is a text', 'services:\n  a: b\n', 'wrong-type compose.yaml:2'],
    ['a service without an image', 'services:\n  a:\n    ports: ["80"]\n', 'invalid-value compose.yaml:3'],
    ['a misspelt key', 'services:\n  a:\n    image: x:1.0\n    voluems: []\n', 'unknown-field compose.yaml:4'],
    [
      'a port that is none',
      'services:\n  a:\n    image: x:1.0\n    ports:\n      - http\n',
      'invalid-value compose.yaml:5',
    ],
    [
      'a file that is not there',
      'services:\n  a:\n    image: x:1.0\n    volumes: [./a.json:/a]\n',
      'compose-missing-file compose.yaml:4',
    ],
    ['an env file that is not there', 'services:\n  a:\n    image: x:1.0\n    env_file: [a.env]\n', 'compose.yaml:4'],
  ])('%s is told of', (_what, text, expected) => {
    const found = run({ 'compose.yaml': text })
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(expected)
  })

  it.each([
    'services:\n  a: { image: [1], volumes: [1, {}], ports: {}, environment: 3, networks: [null], command: 5 }\n',
    'services:\n  a: { image: x:1.0, volumes: ["::", ":", "/"], ports: ["99999999:1-99999999"], environment: ["=", "A"] }\n',
    'services: &a\n  b: *a\n',
  ])('%j ends in findings', text => {
    expect(() => run({ 'compose.yaml': text })).not.toThrow()
  })
})

describe('an nginx.conf that stands alone', () => {
  it('is checked for its syntax', () => {
    expect(run({ 'nginx.conf': 'events { }\nhttp {\n' })).toEqual(['nginx-syntax nginx.conf:2'])
  })

  it('calls hosts that nobody knows', () => {
    const text = 'events { }\nhttp { server { listen 80; location / { proxy_pass http://any:80; } } }\n'
    expect(run({ 'nginx.conf': text })).toEqual([])
  })
})

describe('a config.json that stands alone', () => {
  it('has no password in clear', () => {
    const found = run({ 'config.json': edgeConfig().replace('${PASSWORD}', 'secret') })
    expect(found).toEqual(['literal-credential config.json:8'])
  })
})
