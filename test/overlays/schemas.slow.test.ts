import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { location, versions } from 'kubernetes-json-schema'
import { describe, expect, it } from 'vitest'
import { toolPath } from '../tools/tool-path.ts'
import { overlays, root } from './list-overlays.ts'

const [kustomize, kubeconform] = [toolPath('kustomize'), toolPath('kubeconform')]

/** An overlay with a kind that Kubernetes has not always had → the first version that has it. */
const needs: Record<string, string> = { 'test/overlays/task-hardening': '1.36' }

describe.skipIf(!kustomize || !kubeconform).each(overlays)('%s', overlay => {
  const suitable = versions.filter(version => version >= (needs[overlay] ?? ''))

  it.each(suitable)('is accepted by kubeconform with Kubernetes %s', version => {
    const rendered = spawnSync(kustomize ?? '', ['build', join(root, overlay)], { encoding: 'utf8' })
    expect(rendered).toMatchObject({ status: 0, stderr: '' })
    const options = ['-strict', '-summary', '-output', 'json', '-schema-location', location]
    const { stdout } = spawnSync(kubeconform ?? '', [...options, '-kubernetes-version', `${version}.0`], {
      input: rendered.stdout,
      encoding: 'utf8',
    })
    const { resources, summary } = JSON.parse(stdout)
    expect(resources).toEqual([])
    expect(summary).toMatchObject({ invalid: 0, errors: 0, skipped: 0 })
    expect(summary.valid).toBeGreaterThan(20)
  })
})
