import type { Location } from '../../model/cluster.ts'

export interface TestEntity {
  readonly id: string
  readonly type: string
  readonly value: number
  /** Where it is: tasks for it run on the nearest worker. */
  readonly location?: Location
}

/** The body of updateContext that writes an entity with one attribute. */
export const updateOf = ({ id, type, value, location }: TestEntity): object => ({
  contextElements: [
    {
      entityId: { id, type, isPattern: false },
      attributes: [{ name: 'verified', type: 'integer', value }],
      ...(location && { domainMetadata: [{ name: 'location', type: 'point', value: location }] }),
    },
  ],
  updateAction: 'UPDATE',
})
