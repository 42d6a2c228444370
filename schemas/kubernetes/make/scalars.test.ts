import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { convertSchema } from './convert-schema.ts'
import { scalars } from './scalars.ts'

const ajv = new Ajv({ allowUnionTypes: true })
const accepts = (scalar: string, value: unknown) =>
  ajv.compile(convertSchema(scalars[scalar] ?? { not: {} }, 'strict'))(value)

/** Each scalar: what the API server takes, and what it refuses. */
const cases: Readonly<Record<string, readonly [good: readonly unknown[], bad: readonly unknown[]]>> = {
  'dns-label': [
    ['a', 'a-1', '1', 'a'.repeat(63)],
    ['', '-a', 'a-', 'A', 'a.b', 'a_b', 'a'.repeat(64), 'a\n', null],
  ],
  'dns-label-or-empty': [
    ['', 'a'],
    ['-', 'a b'],
  ],
  'dns-1035-label': [
    ['a', 'a-1'],
    ['1a', '', 'a.b'],
  ],
  'dns-subdomain': [
    ['a', 'a.b-c.d', '1.2'],
    ['', '.a', 'a..b', 'A.b', 'a_b', `${'a'.repeat(250)}.abcd`],
  ],
  'dns-subdomain-or-empty': [['', 'a.b'], ['a..b']],
  'dns-wildcard': [
    ['', 'a.b', '*.a.b'],
    ['*', 'a.*.b', '*a.b'],
  ],
  'rooted-path': [
    ['/', '/a//b'],
    ['', 'a', './a'],
  ],
  'clean-path': [
    ['/', '/a/b', '/a..b/', '/.well-known'],
    ['', 'a', '//', '/a/./b', '/a/..', '/a%2Fb'],
  ],
  'cluster-ip': [
    ['', 'None', '10.96.0.10', 'fd00::1'],
    ['none', 'broker', '10.96.0'],
  ],
  'quantity-above-zero': [
    ['1', 10, '0.5Gi', '.5', '100M', '1e3'],
    ['0', 0, '-1', '0.0Gi', '', 'Gi', -1],
  ],
  'cel-name': [
    ['a', '_a1', 'A'],
    ['', '1a', 'a-b', 'a.b'],
  ],
  'path-segment': [
    ['system:a', 'A_b', '...', '.a', 'a.'],
    ['', '.', '..', 'a/b', 'a%b'],
  ],
  'label-key': [
    ['a', 'A_b.c-d', 'example.com/a', 'a'.repeat(63)],
    ['', 'a/', '/a', 'a/b/c', 'A.com/a', '-a', 'a'.repeat(64)],
  ],
  'label-key-or-empty': [['', 'a'], ['-a']],
  'annotation-key': [
    ['A.com/a', 'a'],
    ['a b', '-a'],
  ],
  'label-value': [
    ['', 'a', 'A.b_c-d', '1'],
    ['-a', 'a-', 'a b', 'a/b', 'a'.repeat(64)],
  ],
  port: [
    [1, 65535],
    [0, 65536, '80', 80.5],
  ],
  'port-or-zero': [
    [0, 65535],
    [-1, 65536],
  ],
  'port-name': [
    ['http', 'a-1', '1-a', 'a'.repeat(15)],
    ['', '80', 'a--b', '-a', 'a-', 'http_port', 'HTTP', 'a'.repeat(16)],
  ],
  'port-or-name': [
    [80, 'http'],
    [0, '80', ''],
  ],
  'port-or-name-or-unset': [
    [0, '', 80, 'http'],
    [-1, 65536, '80'],
  ],
  'count-or-percent': [
    [0, 3, '0%', '25%', '150%'],
    [-1, '3', '-1%', '2.5%', '%'],
  ],
  'env-name': [
    ['A', 'a.b', '1', 'a b'],
    ['', 'A=B', 'ä'],
  ],
  'config-key': [
    ['a', '.a', 'a..b', '_', '-', 'a'.repeat(253)],
    ['', '.', '..', '..a', 'a/b', 'a b', 'a'.repeat(254)],
  ],
  base64: [
    ['', 'YQ==', 'YWI=', 'YWJj', 'YW\nJj\n', 'YQ=\n=\n'],
    ['Y', 'YQ', 'YQ=', 'YQ===', 'Y-_=', 'YWJ j'],
  ],
  'relative-path': [
    ['a', 'a/b', '.a', './a', 'a/..b'],
    ['', '/a', '..', '../a', '..a', 'a/../b', 'a/..'],
  ],
  'sub-path': [
    ['', 'a', 'a/b/', '..a', 'a//b'],
    ['/a', '..', 'a/..', 'a/../b'],
  ],
  'absolute-path': [
    ['', '/', '/a'],
    ['a', 'a/b'],
  ],
  ip: [
    ['10.0.0.1', '::1', '2001:db8::1', '::ffff:10.0.0.1'],
    ['', '10.0.0', '10.0.0.256', 'a', '10.0.0.1/8'],
  ],
  cidr: [
    ['10.0.0.0/8', '0.0.0.0/0', '::/0', '2001:db8::/64'],
    ['10.0.0.1', '10.0.0.0/33', '::/129', 'a/8'],
  ],
  'file-mode': [
    [0, 420, 511],
    [-1, 512, '0644'],
  ],
  'user-id': [
    [0, 65532, 2147483647],
    [-1, 2147483648],
  ],
  count: [
    [0, 2147483647],
    [-1, 2147483648, 1.5],
  ],
  positive: [[1], [0]],
  'count-int64': [
    [0, 9000000000000000000],
    [-1, 1e19],
  ],
  'positive-int64': [[1], [0]],
  'non-empty': [['a', ' '], ['']],
  'io.k8s.apimachinery.pkg.api.resource.Quantity': [
    ['1', '500m', '1.5Gi', '.5', '1.', '+1', '-1', '1e3', '1E3', '1E', '1e-3', '100M', 0.5, 2, '5u'],
    ['', 'Gi', '1GB', '1 Gi', '1ki', '1K', '1Mib', 'e3', 'a', '1e', true],
  ],
  'quantity-from-zero': [
    ['0', '1.5Gi', 0, 0.5, '-0'],
    ['-1', -1, '-0.5', '-1Gi', '1GB'],
  ],
  'container-resource': [
    ['cpu', 'memory', 'ephemeral-storage', 'hugepages-2Mi', 'example.com/gpu'],
    ['memroy', 'pods', 'CPU', ''],
  ],
  'quota-resource': [
    [
      'cpu',
      'requests.cpu',
      'limits.memory',
      'pods',
      'services.loadbalancers',
      'count/deployments.apps',
      'requests.storage',
      'gold.storageclass.storage.k8s.io/requests.storage',
      'requests.example.com/gpu',
    ],
    ['limits.storage', 'deployments', 'request.cpu', ''],
  ],
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': [
    [1, -1, 'a', ''],
    [1.5, 2147483648, null],
  ],
}

test('every scalar has cases', () => {
  expect(Object.keys(cases).sort()).toEqual(Object.keys(scalars).sort())
})

test.each(Object.entries(cases))('%s takes what the API server takes', (scalar, [good, bad]) => {
  for (const value of good) expect(accepts(scalar, value), JSON.stringify(value)).toBe(true)
  for (const value of bad) expect(accepts(scalar, value), JSON.stringify(value)).toBe(false)
})

test('no pattern looks around, since Go knows no such thing', () => {
  for (const { pattern } of Object.values(scalars)) expect(String(pattern)).not.toMatch(/\(\?[=!<]/)
})
