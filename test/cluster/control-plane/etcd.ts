import { join } from 'node:path'
import type { Command } from '../process/start-process.ts'

/** etcd alone, without fsync: its data is worth nothing. */
export function etcd(
  folder: string,
  state: string,
  ports: { readonly client: number; readonly peer: number },
): Command {
  const [client, peer] = [`http://127.0.0.1:${ports.client}`, `http://127.0.0.1:${ports.peer}`]
  const args = [
    ['--name', 'test'],
    ['--data-dir', join(state, 'etcd')],
    ['--listen-client-urls', client],
    ['--advertise-client-urls', client],
    ['--listen-peer-urls', peer],
    ['--initial-advertise-peer-urls', peer],
    ['--initial-cluster', `test=${peer}`],
    ['--log-level', 'warn'],
    ['--unsafe-no-fsync'],
  ]
  return { name: 'etcd', program: join(folder, 'etcd'), args: args.flat() }
}
