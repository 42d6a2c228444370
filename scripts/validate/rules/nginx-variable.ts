import type { Rule } from '../../model/rule.ts'
import { nginxConfigsIn, nginxText } from '../read/nginx.ts'
import { nearest } from '../read/suggest.ts'
import { findInText } from '../read/text.ts'

/** Variables of nginx's own modules (nginx.org, "Alphabetical index of variables"), by name or by the start of it. */
const builtIn =
  /^(\d+|ancient_browser|arg_\w+|args|binary_remote_addr|body_bytes_sent|bytes_(received|sent)|connection|connection_requests|connection_time|connections_\w+|content_(length|type)|cookie_\w+|document_(root|uri)|fastcgi_\w+|geoip_\w+|gzip_ratio|host|hostname|http2|http3|http_\w+|https|invalid_referer|is_args|jwt_\w+|limit_(conn|rate|req)\w*|memcached_key|modern_browser|msec|msie|nginx_version|pid|pipe|proxy_(add_x_forwarded_for|host|internal_\w+|port|protocol\w*)|query_string|realip_remote_(addr|port)|realpath_root|remote_(addr|port|user)|request(_body|_body_file|_completion|_filename|_id|_length|_method|_time|_uri)?|scheme|secure_link\w*|sent_(http|trailer)_\w+|server_(addr|name|port|protocol)|session_\w+|slice_range|ssl_\w+|status|tcpinfo_\w+|time_(iso8601|local)|uid_\w+|upstream_\w+|uri)$/

const defined =
  /\b(?:set|map\s+\S+|geo(?:\s+\S+)?|split_clients\s+\S+|auth_request_set|perl_set|js_set)\s+\$(?<name>\w+)|\(\?<(?<group>\w+)>/dg
const used = /\$(?<at>\w+|\{\w+\})/dg

export const nginxVariable = {
  id: 'nginx-variable',
  severity: 'error',
  scope: 'cluster',
  summary: 'Every variable in an nginx configuration is set there or one of nginx itself.',
  why: 'nginx does not start with an unknown variable, and with it the only way in is closed.',
  fix: 'name a variable that a set or map directive defines',
  kinds: ['ConfigMap'],
  alsoCompose: true,
  *check(resource, cluster) {
    for (const config of nginxConfigsIn(resource, cluster)) {
      const source = nginxText(config)
      const names = [...findInText(source, defined)].map(({ match }) => match.groups?.name ?? match.groups?.group ?? '')
      for (const { match, inText } of findInText(source, used)) {
        const name = match.groups?.at ?? ''
        // ${NAME} in capitals is a placeholder of the template.
        if (names.includes(name) || builtIn.test(name) || name.startsWith('{')) continue
        const near = nearest(name, names)
        const fix = near === undefined ? 'set the variable, or use one of nginx' : `did you mean "$${near}"?`
        yield { path: ['data', config.key], message: `nginx has no variable "$${name}"`, fix, inText }
      }
    }
  },
} satisfies Rule
