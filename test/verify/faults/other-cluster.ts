import type { Fault } from '../fault.ts'

export const fault: Fault = {
  title: 'a context that leads to another cluster',
  engine: 'flux',
  fails: ['cluster-identity'],
  at: /^Namespace\/fogflow$/,
  quotes: /is site "901", cluster lab\/laptop; lab\/bench is site/,
  options: { cluster: 'lab/bench' },
  make: async () => () => {},
}
