import type { Definitions, Schema } from './json-schema.ts'

const label = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?'
const subdomain = `${label}(?:\\.${label})*`
const qualified = '[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?'
const ipv4 = '0*(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?:\\.0*(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])){3}'
const ipv6 = '[0-9a-fA-F]*:[0-9a-fA-F:]*:[0-9a-fA-F:.]*'
const quotaResources = [
  ...['cpu', 'memory', 'ephemeral-storage', 'pods', 'services', 'replicationcontrollers', 'resourcequotas', 'secrets'],
  ...['configmaps', 'persistentvolumeclaims', 'services\\.nodeports', 'services\\.loadbalancers'],
  '(?:requests|limits)\\.(?:cpu|memory|ephemeral-storage)',
  'requests\\.storage',
].join('|')
const digits = '(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)'
const suffix = '(?:[KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?'
const base64 = '[A-Za-z0-9+/][\\r\\n]*'

/** One part of a path, anything but `..`, and one that does not begin with `..` either. */
const part = '(?:\\.|\\.?[^/.][^/]*|\\.\\.[^/]+)'
const firstPart = '(?:\\.|\\.?[^/.][^/]*)'
const portName = '(?:[0-9]+-)*[0-9]*[a-z][a-z0-9]*(?:-[a-z0-9]+)*'

/**
 * Strings and numbers whose form the API server checks, each with the function that checks it. The regular expressions
 * of names are those of k8s.io/apimachinery/pkg/util/validation/validation.go. `title` says in words what is allowed.
 * No look-around: Go's regular expressions, which kubeconform uses, have none.
 */
const named = {
  // IsDNS1123Label
  'dns-label': {
    title: "a DNS label: lower-case letters, digits and '-', at most 63 characters",
    type: 'string',
    pattern: `^${label}$`,
    maxLength: 63,
  },
  // IsDNS1035Label
  'dns-1035-label': {
    title: "a DNS label that starts with a letter: lower-case letters, digits and '-', at most 63 characters",
    type: 'string',
    pattern: '^[a-z](?:[-a-z0-9]*[a-z0-9])?$',
    maxLength: 63,
  },
  // IsDNS1123Subdomain
  'dns-subdomain': {
    title: "a DNS name: lower-case letters, digits, '-' and '.', at most 253 characters",
    type: 'string',
    pattern: `^${subdomain}$`,
    maxLength: 253,
  },
  // IsDNS1123Subdomain or IsWildcardDNS1123Subdomain
  'dns-wildcard': {
    title: "a DNS name, the first label of which may be '*'",
    type: 'string',
    pattern: `^(?:\\*\\.)?${subdomain}$|^$`,
    maxLength: 253,
  },
  // pkg/apis/networking/validation/validation.go validateHTTPIngressPath
  'absolute-path': { title: "a path that begins with '/'", type: 'string', pattern: '^(?:/.*)?$' },
  // path.IsAbs
  'rooted-path': { title: "a path that begins with '/'", type: 'string', pattern: '^/' },
  'clean-path': {
    title: "a path that begins with '/', without '//', '/./', '/../' and '%2F'",
    type: 'string',
    pattern: '^/',
    not: { pattern: '//|/\\.\\.?(?:/|$)|%2[fF]' },
  },
  // ValidateServiceClusterIPsRelatedFields
  'cluster-ip': { title: 'an IPv4 or IPv6 address, or None', type: 'string', pattern: `^(?:${ipv4}|${ipv6}|None|)$` },
  // IsValidIPForLegacyField
  ip: { title: 'an IPv4 or IPv6 address', type: 'string', pattern: `^(?:${ipv4}|${ipv6})$` },
  // IsValidCIDRForLegacyField; a Service's source ranges may have spaces around them
  cidr: {
    title: 'an address block such as 10.0.0.0/8 or 2001:db8::/64',
    type: 'string',
    pattern: `^ *(?:${ipv4}/(?:3[0-2]|[12]?[0-9])|${ipv6}/(?:12[0-8]|1[01][0-9]|[1-9]?[0-9])) *$`,
  },
  // k8s.io/apimachinery/pkg/api/validation/path/name.go IsValidPathSegmentName
  'path-segment': {
    title: "a name that may stand in a URL path: not '.' or '..', without '/' and '%'",
    type: 'string',
    pattern: '^(?:\\.?[^/%.][^/%]*|\\.\\.[^/%]+)$',
  },
  // IsQualifiedName
  'label-key': {
    title: "a label key: [DNS name/]name, the name at most 63 letters, digits, '-', '_' and '.'",
    type: 'string',
    pattern: `^(?:${subdomain}/)?${qualified}$`,
    maxLength: 317,
  },
  // k8s.io/apimachinery/pkg/api/validation/objectmeta.go ValidateAnnotations: as a label key, but in any case
  'annotation-key': {
    title: "an annotation key: [DNS name/]name, the name at most 63 letters, digits, '-', '_' and '.'",
    type: 'string',
    pattern: `^(?:${subdomain.replaceAll('a-z', 'A-Za-z')}/)?${qualified}$`,
    maxLength: 317,
  },
  // IsValidLabelValue
  'label-value': {
    title: "a label value: at most 63 letters, digits, '-', '_' and '.', beginning and ending with a letter or digit",
    type: 'string',
    pattern: `^(?:${qualified})?$`,
  },
  // IsValidPortNum
  port: { title: 'a port, 1 to 65535', type: 'integer', minimum: 1, maximum: 65535 },
  // pkg/apis/core/validation/validation.go: 0 stands for no port
  'port-or-zero': { title: 'a port, 1 to 65535, or 0 for none', type: 'integer', minimum: 0, maximum: 65535 },
  // IsValidPortName
  'port-name': {
    title: "a port name: at most 15 lower-case letters, digits and single '-', at least one letter",
    type: 'string',
    pattern: `^${portName}$`,
    maxLength: 15,
  },
  // pkg/apis/core/validation/validation.go ValidatePortNumOrName
  'port-or-name': {
    title: 'a port, 1 to 65535, or the name of one',
    type: ['integer', 'string'],
    minimum: 1,
    maximum: 65535,
    pattern: `^${portName}$`,
    maxLength: 15,
  },
  // pkg/apis/core/v1/defaults.go SetDefaults_Service: an unset target is the port itself
  'port-or-name-or-unset': {
    title: 'a port, 1 to 65535, or the name of one',
    type: ['integer', 'string'],
    minimum: 0,
    maximum: 65535,
    pattern: `^(?:${portName})?$`,
    maxLength: 15,
  },
  // pkg/apis/apps/validation/validation.go ValidatePositiveIntOrPercent
  'count-or-percent': {
    title: 'a number from 0 on or a percentage such as 25%',
    type: ['integer', 'string'],
    minimum: 0,
    maximum: 2147483647,
    pattern: '^[0-9]+%$',
  },
  // IsRelaxedEnvVarName, the rule since Kubernetes 1.32
  'env-name': {
    title: "a variable's name: printable ASCII characters except '='",
    type: 'string',
    pattern: '^[ -<>-~]+$',
  },
  // IsConfigMapKey
  'config-key': {
    title: "a key: at most 253 letters, digits, '-', '_' and '.', not '.' and not beginning with '..'",
    type: 'string',
    pattern: '^\\.?[-_a-zA-Z0-9][-._a-zA-Z0-9]*$',
    maxLength: 253,
  },
  // validateVariable, celgo.IsCELIdentifier
  'cel-name': {
    title: "a name of CEL: letters, digits and '_', beginning with no digit",
    type: 'string',
    pattern: '^[A-Za-z_][A-Za-z0-9_]*$',
  },
  // encoding/base64 StdEncoding, which passes over line ends
  base64: {
    title: 'base64',
    type: 'string',
    pattern: `^[\\r\\n]*(?:(?:${base64}){4})*(?:(?:${base64}){2}(?:=[\\r\\n]*){2}|(?:${base64}){3}=[\\r\\n]*)?$`,
  },
  // pkg/apis/core/validation/validation.go validateLocalNonReservedPath
  'relative-path': { title: "a relative path without '..'", type: 'string', pattern: `^${firstPart}(?:/${part}?)*$` },
  // pkg/apis/core/validation/validation.go validateLocalDescendingPath
  'sub-path': { title: "a relative path without '..'", type: 'string', pattern: `^(?:${part}(?:/${part}?)*)?$` },
  // pkg/apis/core/validation/validation.go fileModeErrorMsg
  'file-mode': {
    title: 'file permissions, 0 to 0777 octal (511 decimal)',
    type: 'integer',
    minimum: 0,
    maximum: 511,
  },
  // IsValidUserID, IsValidGroupID
  'user-id': { title: 'a user or group id, 0 to 2147483647', type: 'integer', minimum: 0, maximum: 2147483647 },
  // ValidateNonnegativeField
  count: { title: 'a number from 0 on', type: 'integer', minimum: 0, maximum: 2147483647 },
  positive: { title: 'a number from 1 on', type: 'integer', minimum: 1, maximum: 2147483647 },
  'positive-int64': { title: 'a number from 1 on', type: 'integer', minimum: 1, exclusiveMaximum: 2 ** 63 },
  'count-int64': { title: 'a number from 0 on', type: 'integer', minimum: 0, exclusiveMaximum: 2 ** 63 },
  'non-empty': { title: 'a text that is not empty', type: 'string', minLength: 1 },
  // k8s.io/apimachinery/pkg/api/resource/quantity.go
  'io.k8s.apimachinery.pkg.api.resource.Quantity': {
    title: 'a quantity such as 500m, 2, 1.5Gi or 100M',
    type: ['string', 'number'],
    pattern: `^[+-]?${digits}${suffix}$`,
  },
  // pkg/apis/core/validation/validation.go ValidateResourceQuantityValue
  'quantity-from-zero': {
    title: 'a quantity from 0 on, such as 500m, 2, 1.5Gi or 100M',
    type: ['string', 'number'],
    minimum: 0,
    pattern: `^(?:\\+?${digits}|-0*\\.?0*)${suffix}$`,
  },
  // pkg/apis/core/validation/validation.go ValidatePositiveQuantityValue
  'quantity-above-zero': {
    title: 'a quantity above 0, such as 2, 1.5Gi or 100M',
    type: ['string', 'number'],
    exclusiveMinimum: 0,
    pattern: `^\\+?(?:[0-9]*[1-9][0-9]*\\.?[0-9]*|[0-9]*\\.[0-9]*[1-9][0-9]*)${suffix}$`,
  },
  // pkg/apis/core/validation/validation.go validateContainerResourceName
  'container-resource': {
    title: 'cpu, memory, ephemeral-storage, hugepages-… or an extended resource such as example.com/gpu',
    type: 'string',
    pattern: `^(?:cpu|memory|ephemeral-storage|hugepages-[A-Za-z0-9._-]+|${subdomain}/${qualified})$`,
  },
  // pkg/apis/core/validation/validation.go ValidateResourceQuotaResourceName, pkg/apis/core/helper/helpers.go
  'quota-resource': {
    title: 'a resource that a quota can count, such as requests.cpu, pods or count/deployments.apps',
    type: 'string',
    pattern: `^(?:${quotaResources}|(?:requests\\.)?hugepages-[A-Za-z0-9._-]+|${subdomain}/${qualified})$`,
  },
  // k8s.io/apimachinery/pkg/util/intstr/intstr.go
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': {
    title: 'a number or a text',
    type: ['integer', 'string'],
    minimum: -(2 ** 31),
    maximum: 2 ** 31 - 1,
  },
} satisfies Definitions

/** The Go types make no difference between an absent text and an empty one, and check only the one that is not empty. */
const orEmpty = (scalar: Schema & { readonly pattern: string }): Schema => ({
  ...scalar,
  pattern: `^$|${scalar.pattern}`,
})

export const scalars: Definitions = {
  ...named,
  'dns-label-or-empty': orEmpty(named['dns-label']),
  'dns-subdomain-or-empty': orEmpty(named['dns-subdomain']),
  'label-key-or-empty': orEmpty(named['label-key']),
}
