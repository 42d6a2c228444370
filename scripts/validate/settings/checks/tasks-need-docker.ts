import type { SettingsCheck } from '../settings-check.ts'

export const tasksNeedDocker = {
  code: 'tasks-need-docker',
  severity: 'warning',
  *check({ settings: { release, features } }) {
    if (release === '3.2.8' || features.includes('docker-tasks')) return
    const message = `release "${release}" runs tasks through the node's Docker only: the worker starts, and each task fails`
    yield {
      path: ['release'],
      message,
      fix: 'use release "3.2.8", or the feature docker-tasks where the nodes have Docker',
    }
  },
} satisfies SettingsCheck
