import type { FieldEdit } from '../field-spec/edit-field.ts'
import { editItem } from '../field-spec/edit-items.ts'
import type { FieldSpec } from '../model/field-spec.ts'
import type { Item } from '../model/item.ts'
import type { Node } from '../model/node.ts'
import { childAt } from '../node/node-at.ts'
import { setEntry } from '../node/set-text.ts'
import { identify } from '../read/identify.ts'

export const subjectModes = ['defaultOnly', 'allServiceAccounts', 'none'] as const

/** Which subjects of a RoleBinding or ClusterRoleBinding get the namespace. */
export type SubjectMode = (typeof subjectModes)[number]

export function isSubjectMode(text: string): text is SubjectMode {
  return (subjectModes as readonly string[]).includes(text)
}

const subjects: readonly FieldSpec[] = [{ path: 'subjects' }]

/** Sets the namespace of a binding's subjects: of those named `default`, or of all service accounts. */
export function mapSubjects(item: Item, mode: SubjectMode, edit: FieldEdit & { make: () => Node }): Item {
  const { kind } = identify(item.root)
  if (mode === 'none' || (kind !== 'RoleBinding' && kind !== 'ClusterRoleBinding')) return item
  const [key, wanted] = mode === 'defaultOnly' ? ['name', 'default'] : ['kind', 'ServiceAccount']
  return editItem(item, subjects, {
    by: edit.by,
    refuse: edit.refuse,
    set: list => {
      if (list.kind !== 'seq') {
        if (list.kind === 'map' || list.tag !== 'null') edit.refuse(list, { path: 'subjects' })
        return list
      }
      const items = list.items.map(subject => {
        const value = childAt(subject, key)
        if (subject.kind !== 'map' || value?.kind !== 'scalar' || value.text !== wanted) return subject
        return setEntry(subject, 'namespace', edit.set(childAt(subject, 'namespace') ?? edit.make()), edit.by)
      })
      return { ...list, items }
    },
  })
}
