import { type Component, components } from '../site.ts'

/** An image reference taken apart. */
export interface Image {
  readonly name: string
  /** Absent where the reference has none. */
  readonly tag?: string
}

export function readImage(reference: string): Image {
  const [whole = ''] = reference.split('@')
  const colon = whole.lastIndexOf(':')
  const isTag = colon > whole.lastIndexOf('/')
  return isTag ? { name: whole.slice(0, colon), tag: whole.slice(colon + 1) } : { name: whole }
}

/**
 * The component that an image is: `fogflow/broker`, its builds for other processors (`fogflow/broker_arm`), from
 * whatever registry; for what is not FogFlow's own, the name of the image.
 */
export function componentOf(imageName: string): Component | undefined {
  const [last = '', owner] = imageName.split('/').reverse()
  const name = last.replace(/[_-]arm(?:64)?$/, '')
  if (owner === 'dgraph') return 'dgraph'
  return components.find(component => component === name)
}
