import type { Rule } from '../../model/rule.ts'
import { nearest } from '../../text/nearest.ts'
import { textOfKey } from '../read/fogflow-config.ts'
import { nginxConfigsIn } from '../read/nginx.ts'
import { findSyntaxProblem, listDirectives } from '../read/nginx-syntax.ts'

/** The directives that a front door is written with: of nginx's core, and of its http, proxy, rewrite, log and TLS modules. */
const known: ReadonlySet<string> = new Set(
  `absolute_redirect access_log add_header aio alias allow auth_basic auth_basic_user_file auth_request break
  charset client_body_buffer_size client_body_temp_path client_body_timeout client_header_timeout
  client_max_body_size daemon default default_type deny env error_log error_page etag events expires
  fastcgi_param fastcgi_pass fastcgi_temp_path geo grpc_pass gunzip gzip gzip_comp_level gzip_min_length
  gzip_proxied gzip_types gzip_vary hash http http2 http3 if include index internal ip_hash keepalive
  keepalive_requests keepalive_timeout large_client_header_buffers least_conn limit_conn limit_conn_zone
  limit_except limit_rate limit_req limit_req_zone listen load_module location log_format log_not_found map
  master_process merge_slashes mirror multi_accept open_file_cache output_buffers pid port_in_redirect
  postpone_output proxy_bind proxy_buffer_size proxy_buffering proxy_buffers proxy_busy_buffers_size proxy_cache
  proxy_connect_timeout proxy_cookie_path proxy_hide_header proxy_http_version proxy_ignore_headers
  proxy_intercept_errors proxy_method proxy_next_upstream proxy_next_upstream_timeout proxy_next_upstream_tries
  proxy_pass proxy_pass_header proxy_pass_request_body proxy_pass_request_headers proxy_read_timeout
  proxy_redirect proxy_send_timeout proxy_set_body proxy_set_header proxy_ssl_name proxy_store proxy_temp_path
  random real_ip_header recursive_error_pages resolver resolver_timeout return rewrite root satisfy scgi_param
  scgi_pass scgi_temp_path send_timeout sendfile server server_name server_name_in_redirect server_tokens set
  set_real_ip_from ssi ssl_certificate ssl_certificate_key ssl_ciphers ssl_protocols ssl_session_cache
  ssl_session_timeout stream stub_status sub_filter tcp_nodelay tcp_nopush thread_pool try_files types
  underscores_in_headers upstream use user uwsgi_param uwsgi_pass uwsgi_temp_path worker_connections
  worker_processes worker_rlimit_nofile zone`.split(/\s+/),
)

export const misspeltNginxDirective = {
  id: 'misspelt-nginx-directive',
  severity: 'error',
  scope: 'cluster',
  summary: 'No directive of an nginx configuration is one letter away from one that nginx has.',
  why: 'nginx ends with "unknown directive" (src/core/ngx_conf_file.c), and with it the only way in is closed.',
  fix: 'write the directive as nginx has it',
  kinds: ['ConfigMap'],
  alsoCompose: true,
  *check(resource, cluster) {
    const keys = new Set(nginxConfigsIn(resource, cluster).map(({ key }) => key))
    for (const key of keys) {
      const text = textOfKey(resource, key)
      if (findSyntaxProblem(text)) continue
      for (const { name, inText } of listDirectives(text)) {
        const near = known.has(name) ? undefined : nearest(name, known, 1)
        if (near === undefined) continue
        yield {
          path: ['data', key],
          message: `nginx has no directive "${name}"`,
          fix: `did you mean "${near}"?`,
          inText,
        }
      }
    }
  },
} satisfies Rule
