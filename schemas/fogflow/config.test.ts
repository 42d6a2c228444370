import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly allOf?: readonly Schema[]
  readonly $ref?: string
  readonly 'x-absent'?: string
}
interface ConfigSchema extends Schema {
  readonly $defs: Readonly<Record<string, Schema>>
}
type Config = { [key: string]: unknown }

const folder = new URL('.', import.meta.url).pathname
const upstream = join(folder, '../../../shared/upstream')
const components = ['discovery', 'broker', 'master', 'worker', 'designer']
const releases = readdirSync(folder).flatMap(name => /^config-(.+)\.schema\.json$/.exec(name)?.[1] ?? [])

/** Everything that any component of 3.2.8 needs, nothing that it could do without. */
const newest: Config = {
  my_hostip: '10.0.0.10',
  site_id: '001',
  discovery: { http_port: 8090 },
  broker: { http_port: 8070, heartbeat_interval: 30 },
  master: { ngsi_agent_port: 1060, rest_api_port: 8010 },
  worker: { capacity: 8, start_actual_task: true, heartbeat_interval: 30, detection_duration: 10 },
  designer: { webSrvPort: 8080, agentPort: 1030 },
  rabbitmq: { port: 5672, username: 'admin', password: '${RABBITMQ_PASSWORD}' },
}

/** Older releases need less of the others, and Dgraph for the designer. */
const older: Config = {
  my_hostip: '10.0.0.10',
  site_id: '001',
  discovery: { http_port: 8090 },
  broker: { http_port: 8070 },
  master: { ngsi_agent_port: 1060 },
  worker: { capacity: 8, start_actual_task: true },
  designer: { webSrvPort: 8080, agentPort: 1030 },
  rabbitmq: { port: 5672, username: 'admin', password: '${RABBITMQ_PASSWORD}' },
  persistent_storage: { port: 9080 },
}

function openRelease(release: string) {
  const schema = JSON.parse(readFileSync(join(folder, `config-${release}.schema.json`), 'utf8')) as ConfigSchema
  const ajv = new Ajv({ allErrors: true, verbose: true, strict: true, strictTypes: false, strictRequired: false })
  ajv.addVocabulary(['x-absent', 'x-dead', 'x-refused'])
  ajv.addSchema(schema, 'config')

  /** The faults of a file that these components read, each as `/path keyword what`. */
  function judge(config: unknown, readers: readonly string[] = components): string[] {
    const faults = ['config', ...readers.map(reader => `config#/$defs/${reader}`)].flatMap(id => {
      const validate = ajv.getSchema(id)
      if (!validate) throw new Error(`no schema ${id}`)
      return validate(config) ? [] : (validate.errors ?? [])
    })
    const texts = faults
      .filter(({ keyword }) => keyword !== 'if')
      .map(({ instancePath, keyword, params }) =>
        [instancePath, keyword, params.missingProperty ?? params.additionalProperty ?? ''].join(' ').trim(),
      )
    return [...new Set(texts)].sort()
  }
  const complete = release === '3.2.8' ? newest : older
  const without = (...path: readonly string[]) => edit(complete, path, undefined)
  const withValue = (path: string, value: unknown) => edit(complete, path.split('.'), value)
  return { schema, judge, complete, without, withValue }
}

describe.each(releases)('config.json of FogFlow %s', release => {
  const { schema, judge, complete, without, withValue } = openRelease(release)

  test('accepts what has all that its readers need', () => {
    expect(judge(complete)).toEqual([])
  })

  test.each(components)('knows what the absence of each key that %s needs does', component => {
    const needed = [...keysWithConsequence(schema.$defs[component] ?? {}, schema.$defs)]
    expect(needed.length).toBeGreaterThan(0)
    for (const path of needed) {
      const name = path.at(-1)
      const place = path.slice(0, -1).map(step => `/${step}`)
      expect(judge(without(...path), [component]), path.join('.')).toContain(
        `${place.join('')} required ${name}`.trim(),
      )
    }
  })

  test('lets placeholders stand in texts and nowhere else', () => {
    expect(judge(withValue('my_hostip', '${POD_NAME}.broker-shards.fogflow'))).toEqual([])
    expect(judge(withValue('broker.http_port', '${PORT}'))).toContain('/broker/http_port type')
  })

  const samples = findSamples(release)
  if (samples.length === 0)
    console.warn(`skipped: upstream's samples of ${release}, because ../shared/upstream is absent`)
  test.each(samples)("finds nothing wrong with upstream's own sample %s", file => {
    const config = JSON.parse(readFileSync(file, 'utf8')) as Config
    expect(judge(config, 'designer' in config ? components : ['broker', 'worker'])).toEqual([])
  })
})

describe('config.json of FogFlow 3.2.8', () => {
  const { judge, complete, without, withValue } = openRelease('3.2.8')

  test('is indifferent to keys that a component does not read', () => {
    expect(judge(without('rabbitmq'), ['discovery', 'broker'])).toEqual([])
    expect(judge(without('worker', 'heartbeat_interval'), ['worker', 'broker'])).toEqual([])
    expect(judge(without('broker', 'heartbeat_interval'), ['broker', 'master'])).toEqual([])
  })

  test('wants a namespace for tasks where tasks are objects of Kubernetes', () => {
    const kubernetes = withValue('worker.container_management', 'Kubernetes')
    expect(judge(kubernetes)).toEqual(['/worker required app_namespace'])
    expect(judge(edit(kubernetes, ['worker', 'app_namespace'], ''))).toEqual(['/worker/app_namespace minLength'])
    expect(judge(edit(kubernetes, ['worker', 'app_namespace'], '${NAMESPACE}-0'))).toEqual([])
    expect(judge(withValue('worker.container_management', 'docker'))).toEqual([])
  })

  test('wants an address at one of the places where a component looks for it', () => {
    const bare = without('my_hostip')
    expect(judge(bare, ['discovery'])).toEqual([])
    for (const reader of ['broker', 'master', 'worker', 'designer'])
      expect(judge(bare, [reader])).toEqual(['required my_hostip'])
    expect(judge({ ...bare, coreservice_ip: 'core', external_ip: '10.0.0.1' }, ['broker', 'worker'])).toEqual([])
    expect(judge({ ...bare, coreservice_ip: 'core', external_ip: '10.0.0.1' }, ['master', 'designer'])).toEqual([
      'required my_hostip',
    ])
    const named = ['designer', 'broker', 'master', 'discovery', 'rabbitmq'].reduce<Config>(
      (config, name) => edit(config, [name, 'host_ip'], `${name}.fogflow`),
      bare,
    )
    expect(judge(named, ['master', 'worker', 'designer'])).toEqual([])
    expect(judge(named, ['broker'])).toEqual(['required my_hostip'])
    expect(judge({ ...named, external_ip: '10.0.0.1' })).toEqual([])
  })

  test('takes 0 for absent where a component does', () => {
    for (const path of [
      'worker.capacity',
      'worker.heartbeat_interval',
      'worker.detection_duration',
      'master.rest_api_port',
    ])
      expect(judge(withValue(path, 0)), path).toEqual([`/${path.replace('.', '/')} minimum`])
    expect(judge(withValue('broker.heartbeat_interval', 0), ['broker'])).toEqual([])
  })

  test('refuses what FogFlow would silently misread', () => {
    expect(judge({ ...complete, hostip: '10.0.0.1' })).toEqual(['additionalProperties hostip'])
    expect(judge({ ...complete, external_hostip: '10.0.0.1' })).toEqual(['/external_hostip not'])
    expect(judge(withValue('discovery.host_ip', 'http://discovery'))).toEqual(['/discovery/host_ip pattern'])
    expect(judge(withValue('rabbitmq.password', 'p@ss/word'))).toEqual(['/rabbitmq/password pattern'])
    expect(judge(withValue('worker.container_management', 'k8s'))).toEqual(['/worker/container_management pattern'])
    expect(judge(withValue('broker.http_port', 80700))).toEqual(['/broker/http_port maximum'])
    expect(judge({ ...complete, site_id: 1 })).toEqual(['/site_id type'])
  })

  test('lets keys stand that nobody reads', () => {
    const dead = { ...complete, prometheus: { port: 4545 }, persistent_storage: { port: 9082 } }
    expect(judge(edit(dead, ['designer', 'ldAgentPort'], 1090))).toEqual([])
  })
})

describe('config.json of older releases', () => {
  const one = openRelease('3.2.2')
  const both = openRelease('3.2')

  test('has one host for all components up to 3.2.2', () => {
    for (const name of ['discovery', 'broker', 'master', 'rabbitmq', 'designer', 'persistent_storage'])
      expect(one.judge(one.withValue(`${name}.host_ip`, name))).toEqual([`/${name}/host_ip not`])
    expect(openRelease('3.2.6').judge(one.withValue('broker.host_ip', 'broker'))).toEqual([])
  })

  test('has its addresses under old and new names in 3.2, and under the new ones only since', () => {
    const old = { external_hostip: '192.0.2.1', internal_hostip: '10.0.0.10', coreservice_ip: '192.0.2.1' }
    expect(both.judge({ ...both.without('my_hostip'), ...old })).toEqual([])
    expect(both.judge({ ...both.complete, ...old, external_ip: '192.0.2.1' })).toEqual([])
    expect(one.judge({ ...one.complete, external_hostip: '192.0.2.1' })).toEqual(['/external_hostip not'])
    expect(both.judge(both.without('my_hostip'), ['worker'])).toEqual(['required my_hostip'])
  })

  test('lets the keys of later releases stand, which nobody reads yet', () => {
    expect(one.judge(one.withValue('worker.container_management', 'kubernetes'))).toEqual([])
    expect(one.judge(one.withValue('master.rest_api_port', 8010))).toEqual([])
  })
})

function findSamples(release: string): string[] {
  const root = join(upstream, 'release', release)
  if (!existsSync(root)) return []
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  return files.filter(file => basename(file) === 'config.json').map(file => join(root, file))
}

/** The paths of all keys whose absence the schema says something about, outside of its conditions. */
function* keysWithConsequence(
  schema: Schema,
  $defs: ConfigSchema['$defs'],
  path: readonly string[] = [],
): Generator<readonly string[]> {
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    if (property['x-absent'] !== undefined) yield [...path, name]
    yield* keysWithConsequence(property, $defs, [...path, name])
  }
  for (const { $ref } of schema.allOf ?? []) {
    const part = $defs[$ref?.replace('#/$defs/', '') ?? '']
    if (part) yield* keysWithConsequence(part, $defs, path)
  }
}

/** A copy in which the key at `path` has this value, or is gone where the value is undefined. */
function edit(config: Config, [key = '', ...rest]: readonly string[], value: unknown): Config {
  const edited = rest.length === 0 ? value : edit((config[key] ?? {}) as Config, rest, value)
  const { [key]: _, ...others } = config
  return edited === undefined ? others : { ...others, [key]: edited }
}
