import { isIP } from 'node:net'

/** Whether an address means the same machine wherever it is asked for: no name of one host, one network or one cluster. */
export function isReachable(address: string): boolean {
  if (isIP(address) !== 0) return !/^(?:127\.|0\.0\.0\.0$|::1?$)/.test(address)
  return (
    /^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/.test(address) &&
    !/(?:\.svc(?:\.cluster\.local)?|\.local|\.internal|\.localhost)$/.test(address)
  )
}
