import { type Command, Option } from 'commander'
import type { Run } from './run.ts'

export function addVerify(program: Command, run: Run): void {
  program
    .command('verify')
    .description('check a running cluster against Git: engine, pods, configuration, the APIs of FogFlow, queues')
    .usage('-- --cluster NAME [options]')
    .requiredOption('--cluster <name>', 'the cluster, such as kanto/shibuya')
    .addOption(new Option('--kubeconfig <file>', 'how to reach it (without: ~/.kube/config)').env('KUBECONFIG'))
    .option('--context <name>', 'a context of the kubeconfig (without: its current one)')
    .option('--write', 'write a test entity through the front door, read it there, remove it', false)
    .option('--intent', 'launch a test intent, see its pod, remove both', false)
    .option('--watch', 'look again until all is right, or Ctrl-C', false)
    .addOption(new Option('--format <format>', 'how to report').choices(['text', 'json']).default('text'))
    .addHelpText(
      'after',
      `
Changes nothing in the cluster, except with --write and --intent, which clean up after themselves.
Exit codes: 0 all is right, 1 something is wrong, 2 the cluster could not be looked at.

Examples:
  npm run verify -- --cluster lab/laptop
  npm run verify -- --cluster kanto/tokyo --context tokyo --write --intent
  npm run verify -- --cluster lab/laptop --watch                              after a merge`,
    )
    .action(options =>
      run(async (environment, awaitInterruption) => {
        const { verify } = await import('../commands/verify.ts')
        // What only looks has nothing to clean up: it ends at once.
        const interruption = options.write || options.intent ? awaitInterruption() : undefined
        return verify(options, environment, interruption)
      }),
    )
}
