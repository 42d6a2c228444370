import type { Finding, Rule } from '../../model/rule.ts'
import { type Container, containersIn } from '../read/container.ts'
import { at, isSet, pathOf } from '../read/field.ts'
import { mountAt } from '../read/mount.ts'
import { podKinds } from '../read/pod.ts'
import { fogflowComponent, runs } from '../read/program.ts'
import { writtenFolders } from '../read/written-folder.ts'

export const stateWithoutVolume = {
  id: 'state-without-volume',
  severity: 'error',
  scope: 'resource',
  summary: "The designer's data, and that of the Dgraph of older releases, stand on a volume that outlives the pod.",
  why: 'Operators, topologies and intents are in one file of the designer (designer/main.js:27-35), up to release 3.2.6 in Dgraph; with the next pod they are gone. All else that FogFlow knows is in memory.',
  fix: 'mount a PersistentVolumeClaim there; in a compose file a folder or a named volume',
  kinds: podKinds,
  alsoCompose: true,
  *check(resource) {
    for (const container of containersIn(resource))
      for (const folder of stateFolders(container)) yield* checkFolder(container, folder)
  },
} satisfies Rule

function stateFolders(container: Container): readonly string[] {
  const isStore = fogflowComponent(container) === 'designer' || runs(container, /^standalone$/)
  return isStore ? writtenFolders(container).filter(path => /^\/dgraph$|\/data\/meta$/.test(path)) : []
}

function* checkFolder(container: Container, folder: string): Iterable<Finding> {
  const mount = mountAt(container, folder)?.mount
  const message = `"${container.name}" keeps its data in ${folder}, which no volume outlives`
  if (mount && isSet(at(mount.volume, 'emptyDir'))) yield { path: pathOf(mount.field, 'mountPath'), message }
  // On a read-only root it cannot even write there, of which writable-path tells.
  const isReadOnly = at(container.field, 'securityContext', 'readOnlyRootFilesystem').value === true
  if (!mount && !isReadOnly) yield { path: pathOf(container.field, 'volumeMounts'), at: 'key', message }
}
