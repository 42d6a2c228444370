import type { Command } from 'commander'
import type { Run } from './run.ts'

export function addExplain(program: Command, run: Run): void {
  program
    .command('explain')
    .description('say why a field in a cluster has its value: every line that has set it, the last one first')
    .usage('-- CLUSTER RESOURCE FIELD')
    .argument('<CLUSTER>', 'its path below clusters/, such as kanto/shibuya')
    .argument('<RESOURCE>', 'Kind/name, or namespace/Kind/name')
    .argument('<FIELD>', 'such as spec.replicas; it may go on into a config.json')
    .addHelpText(
      'after',
      `
Exit codes: 0 explained, 1 the cluster has errors, 2 there is no such cluster, resource or field.

Examples:
  npm run explain -- kanto/tokyo StatefulSet/broker spec.replicas
  npm run explain -- tokyo Deployment/master 'spec.template.spec.containers.[name=master].image'
  npm run explain -- tokyo ConfigMap/worker-config 'data.config\\.json.worker.capacity'`,
    )
    .action((cluster: string, resource: string, field: string) =>
      run(async environment => {
        const { explain } = await import('../commands/explain.ts')
        return explain({ cluster, resource, field }, environment)
      }),
    )
}
