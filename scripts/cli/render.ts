import type { Command } from 'commander'
import type { Run } from './run.ts'

export function addRender(program: Command, run: Run): void {
  program
    .command('render')
    .description('print what `kustomize build` prints for a kustomization, byte for byte')
    .usage('-- DIR')
    .argument('<DIR>', 'folder with a kustomization')
    .addHelpText(
      'after',
      `
Exit codes: 0 rendered, 1 the kustomization has errors, 2 the run could not be finished.

Example:
  npm run -s render -- overlays/single-node | kubectl apply --dry-run=server -f -`,
    )
    .action((path: string) =>
      run(async environment => {
        const { render } = await import('../commands/render.ts')
        return render(path, environment)
      }),
    )
}
