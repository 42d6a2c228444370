import { randomBytes } from 'node:crypto'

/** What FogFlow's components and RabbitMQ sign in with. Never printed and never written plain. */
export interface Credential {
  readonly username: string
  readonly password: string
}

/** 256 bits as 64 hexadecimal digits: no character that means something in a URL, in JSON, in YAML or to a shell. */
export const makePassword = (): string => randomBytes(32).toString('hex')

/**
 * Why a user name or password cannot be used, or undefined. FogFlow puts both unescaped into an AMQP URL
 * (common/config/config.go, GetMessageBus), so only RFC 3986's unreserved characters mean themselves there. The answer
 * never quotes the value.
 */
export function whyUnusable(value: string): string | undefined {
  if (value === '') return 'it is empty'
  if (/[\r\n]/.test(value)) return 'it has more than one line'
  const place = value.search(/[^A-Za-z0-9._~-]/)
  if (place < 0) return undefined
  return `its character ${place + 1} is not safe in a URL (safe are letters, digits and . _ ~ -)`
}
