import type { Rule } from '../../model/rule.ts'
import { nginxConfigsIn, nginxText } from '../read/nginx.ts'
import { suggest } from '../read/suggest.ts'
import { findInText } from '../read/text.ts'

/** What an nginx configuration names and where it defines it: each pair is a directive that defines and one that uses. */
const names = [
  {
    what: 'named location',
    defined: /^\s*location\s+(?<at>@\w+)/dg,
    used: /^\s*(?:error_page\b.*|try_files\b.*)\s(?<at>@\w+)\s*;/dg,
  },
  {
    what: 'zone of limit_req_zone',
    defined: /^\s*limit_req_zone\s.*\bzone=(?<at>\w+):/dg,
    used: /^\s*limit_req\s.*\bzone=(?<at>\w+)/dg,
  },
  {
    what: 'zone of limit_conn_zone',
    defined: /^\s*limit_conn_zone\s.*\bzone=(?<at>\w+):/dg,
    used: /^\s*limit_conn\s+(?<at>\w+)/dg,
  },
  {
    what: 'log format',
    defined: /^\s*log_format\s+(?<at>\w+)/dg,
    used: /^\s*access_log\s+\S+\s+(?<at>[a-z_]\w*)\s*;/dg,
  },
]

export const nginxName = {
  id: 'nginx-name',
  severity: 'error',
  scope: 'cluster',
  summary: 'Every named location, zone and log format that an nginx configuration uses is defined there.',
  why: 'nginx does not start without a zone or format that it uses, and answers 500 where a named location is absent.',
  fix: 'use a name that the configuration defines',
  kinds: ['ConfigMap'],
  alsoCompose: true,
  *check(resource, cluster) {
    for (const config of nginxConfigsIn(resource, cluster))
      for (const { what, defined, used } of names) {
        const source = nginxText(config)
        const known = [...findInText(source, defined)].map(({ match }) => match.groups?.at ?? '')
        if (what === 'log format') known.push('combined')
        for (const { match, inText } of findInText(source, used)) {
          const name = match.groups?.at ?? ''
          const otherwise = `use one that is defined: ${known.join(', ') || 'none is'}`
          if (!known.includes(name))
            yield {
              path: ['data', config.key],
              message: `the configuration has no ${what} "${name}"`,
              ...suggest(name, known, otherwise),
              inText,
            }
        }
      }
  },
} satisfies Rule
