import type { Rule } from '../../model/rule.ts'
import { containersIn, environmentOf } from '../read/container.ts'
import { at, pathOf } from '../read/field.ts'
import { podKinds } from '../read/pod.ts'
import { runs } from '../read/program.ts'
import { nearest } from '../read/suggest.ts'

/** Variables that RabbitMQ and its official image read, without `RABBITMQ_` (rabbitmq.com/docs/configure, docker-entrypoint.sh). */
const known =
  'ADVANCED_CONFIG_FILE CONF_ENV_FILE CONFIG_FILE CONFIG_FILES CTL_DIST_PORT_MAX CTL_DIST_PORT_MIN CTL_ERL_ARGS DATA_DIR DEFAULT_PASS DEFAULT_USER DEFAULT_VHOST DIST_PORT DISTRIBUTION_BUFFER_SIZE ENABLED_PLUGINS_FILE ERLANG_COOKIE FEATURE_FLAGS_FILE HOME IO_THREAD_POOL_SIZE LOG_BASE LOGS MAX_NUMBER_OF_ATOMS MAX_NUMBER_OF_PROCESSES MNESIA_BASE MNESIA_DIR NODE_IP_ADDRESS NODE_PORT NODENAME PID_FILE PLUGINS_DIR PLUGINS_EXPAND_DIR SCHEDULER_BIND_TYPE SERVER_ADDITIONAL_ERL_ARGS SERVER_ERL_ARGS SERVER_START_ARGS SERVICENAME USE_LONGNAME VERSION'
    .split(' ')
    .map(name => `RABBITMQ_${name}`)

export const unknownRabbitmqVariable = {
  id: 'unknown-rabbitmq-variable',
  severity: 'error',
  scope: 'resource',
  summary: 'A RABBITMQ_ variable of a RabbitMQ container is one that RabbitMQ reads.',
  why: 'RabbitMQ ignores a variable that it does not know: with a misspelt RABBITMQ_DEFAULT_USER it knows only guest, and FogFlow is refused.',
  fix: 'name a variable of rabbitmq.com/docs/configure',
  kinds: podKinds,
  alsoCompose: true,
  *check(resource) {
    for (const container of containersIn(resource))
      for (const [name, field] of runs(container, /^rabbitmq/) ? environmentOf(container) : []) {
        const near = known.includes(name) ? undefined : nearest(name, known)
        if (near !== undefined)
          yield {
            path: pathOf(at(field, 'name')),
            message: `RabbitMQ reads no variable "${name}"`,
            fix: `did you mean "${near}"?`,
          }
      }
  },
} satisfies Rule
