import { commitAll } from '../../cluster/git/scratch-repository.ts'
import { listStarted } from '../../cluster/process/started.ts'
import { arrive } from '../../cluster/story/await-commit.ts'
import { editFile } from '../../cluster/story/edit.ts'
import type { Fault } from '../fault.ts'

export const fault: Fault = {
  title: 'an engine that is stuck while a commit waits',
  engine: 'flux',
  fails: ['engine-synced'],
  at: /^GitRepository\/fogflow$/,
  quotes: /the newest commit has not arrived/,
  make: async stage => {
    const controllers = listStarted(stage.state).filter(({ name }) => name.endsWith('-controller'))
    const signal = (name: NodeJS.Signals) => {
      for (const { pid } of controllers) process.kill(pid, name)
    }
    signal('SIGSTOP')
    editFile(stage, 'base/kustomization.yaml', text => `${text}# waits\n`)
    const commit = await commitAll(stage.repository, 'docs: wait')
    return async () => {
      signal('SIGCONT')
      await arrive(stage, commit)
    }
  },
}
