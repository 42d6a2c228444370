import { expect, it } from 'vitest'
import { openSchemas } from '../../schema/open-schemas.ts'
import { checkValue } from './check-value.ts'
import { checksForRelease } from './choose-checks.ts'
import { openConfigSchemas } from './config-schemas.ts'

const folder = new URL('../../../schemas/fogflow/', import.meta.url).pathname
const schemas = openConfigSchemas(folder, openSchemas())
const codesOf = (release: string, config: unknown) =>
  checkValue(
    config,
    checksForRelease(release, schemas, () => []),
  ).map(({ code, path }) => [code, path.join('.')])

it('holds a release without a schema to the types of the keys alone: it may have names that later ones dropped', () => {
  const config = { internal_hostip: '10.0.0.1', persistent_storage: { port: 9082 }, broker: { http_port: '8070' } }
  expect(codesOf('3.2', config)).toEqual([['config-wrong-type', 'broker.http_port']])
})

it('refuses a dropped name where the release is known to ignore it', () => {
  expect(codesOf('3.2.8', { internal_hostip: '10.0.0.1' })).toEqual([['config-wrong-type', 'internal_hostip']])
})
