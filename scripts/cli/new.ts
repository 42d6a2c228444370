import type { Command } from 'commander'
import type { Run } from './run.ts'

export function addNew(program: Command, run: Run): void {
  const creation = program
    .command('new')
    .description('add clusters, or a rule')
    .usage('-- cluster NAME | sites FILE.csv | rule ID')

  creation
    .command('cluster')
    .description('add a cluster')
    .argument('<NAME>', 'its path below clusters/, such as kanto/shibuya')
    .option('--set <key=value...>', 'keys of its cluster.yaml; the items of a list stand between semicolons', [])
    .addHelpText(
      'after',
      `
Example:
  npm run new -- cluster kanto/shibuya --set site.id=113 site.location.latitude=35.658 \\
    site.location.longitude=139.701 address=203.0.113.77`,
    )
    .action((name: string, options: { set: string[] }) =>
      run(async environment => {
        const { newCluster } = await import('../commands/new.ts')
        return newCluster(name, options.set, environment)
      }),
    )

  creation
    .command('sites')
    .description('add a cluster for each row of a table')
    .argument('<FILE.csv>', 'its header names "name" and dotted keys of cluster.yaml')
    .addHelpText(
      'after',
      `
All rows are added, or none where one has an error.

Example of a table:
  name,site.id,site.location.latitude,site.location.longitude,address
  kanto/ginza,114,35.671,139.765,203.0.113.78`,
    )
    .action((path: string) =>
      run(async environment => {
        const { newSites } = await import('../commands/new.ts')
        return newSites(path, environment)
      }),
    )

  creation
    .command('rule')
    .description('add the files of a rule that validate applies, and say what to write into them')
    .argument('<ID>', 'two or more words, such as no-latest-tag: the file, the constant and the code of its findings')
    .action((id: string) =>
      run(async environment => {
        const { newRule } = await import('../commands/new-rule.ts')
        return newRule(id, environment)
      }),
    )
}
