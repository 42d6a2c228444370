import type { Command } from 'commander'
import type { Run } from './run.ts'

export function addSecret(program: Command, run: Run): void {
  program
    .command('secret')
    .description('write the RabbitMQ password of a cloud and its edges, encrypted for each of them')
    .usage('-- --cluster NAME [options]')
    .requiredOption(
      '--cluster <name>',
      'a cloud (it and all its edges get a new password), or one edge (it gets the password that is piped in)',
    )
    .option('--username <name>', 'user name', 'fogflow')
    .option('--stdin', 'take the password of a cloud from standard input too, instead of making one', false)
    .option('--rotate', 'replace the passwords that are there', false)
    .addHelpText(
      'after',
      `
The password is never shown and never written unencrypted. secrets.provider of each cluster.yaml says how it is encrypted.
Exit codes: 0 written, 1 the clusters or their keys have errors, 2 the run could not be finished.

Examples:
  npm run secret -- --cluster tokyo              a new cloud and its edges
  npm run secret -- --cluster tokyo --rotate     a new password for all of them
  kubectl -n fogflow get secret rabbitmq -o 'jsonpath={.data.password}' | base64 -d | npm run -s secret -- --cluster ueno
                                                 one more edge: the password that its cloud has`,
    )
    .action(options =>
      run(async environment => {
        const { secret } = await import('../commands/secret.ts')
        return secret(options, environment)
      }),
    )
}
