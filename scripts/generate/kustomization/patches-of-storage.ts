import type { Site } from '../site.ts'
import { derive, type Value } from '../text/derived.ts'
import { jsonPatch, mergePatch } from './patch.ts'

/** Sizes and class of the volume claims of a cloud. */
export function listStoragePatches({ cluster: { settings } }: Site): readonly Value[] {
  if (settings.role === 'edge') return []
  const { className, sizes } = settings.storage
  const storageClass = className === undefined ? undefined : derive(className, 'storage', 'className')
  return [
    ...designerPatch(storageClass, sizeOf('designer', sizes)),
    ...(settings.release === '3.2.8' ? [] : dgraphPatch(storageClass, sizeOf('dgraph', sizes))),
  ]
}

function sizeOf(component: string, sizes: Readonly<Record<string, string>>): Value | undefined {
  const size = sizes[component]
  return size === undefined ? undefined : derive(size, 'storage', 'sizes', component)
}

function designerPatch(storageClassName: Value | undefined, storage: Value | undefined): readonly Value[] {
  const resources = storage === undefined ? undefined : { requests: { storage } }
  if (storageClassName === undefined && resources === undefined) return []
  return [mergePatch({ kind: 'PersistentVolumeClaim', name: 'designer' }, { spec: { storageClassName, resources } })]
}

function dgraphPatch(storageClass: Value | undefined, storage: Value | undefined): readonly Value[] {
  const claim = '/spec/volumeClaimTemplates/0/spec'
  const operations = [
    ...(storageClass === undefined ? [] : [{ op: 'add', path: `${claim}/storageClassName`, value: storageClass }]),
    ...(storage === undefined ? [] : [{ op: 'replace', path: `${claim}/resources/requests/storage`, value: storage }]),
  ]
  return operations.length === 0 ? [] : [jsonPatch({ kind: 'StatefulSet', name: 'dgraph' }, operations)]
}
