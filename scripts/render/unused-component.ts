import type { KustomizationFolder } from '../model/loaded.ts'
import type { Rendered } from '../model/rendered.ts'

export function unusedComponent({ file, name }: KustomizationFolder): Rendered['diagnostics'][number] {
  return {
    unit: name,
    diagnostic: {
      code: 'unused-component',
      severity: 'warning',
      message: `no kustomization uses the component ${name}, so nothing that it does was checked`,
      fix: 'name it under `components` of an overlay; one in test/overlays is enough',
      source: { file, line: 1, column: 1 },
    },
  }
}
