import { componentsOf } from '../config/config.ts'
import type { Component } from '../config/keys.ts'
import type { Site } from '../site.ts'
import { derive, type Value } from '../text/derived.ts'

/** What the bases call the images that are not FogFlow's own. */
const others: Readonly<Record<string, string>> = {
  busybox: 'busybox',
  dgraph: 'dgraph/standalone',
  nginx: 'nginxinc/nginx-unprivileged',
  rabbitmq: 'rabbitmq',
}

const own: readonly Component[] = ['broker', 'designer', 'discovery', 'master', 'worker']

/** The image of each component as the bases name it. */
export const imageNames: Readonly<Record<string, string>> = {
  ...others,
  ...Object.fromEntries(own.map(component => [component, `fogflow/${component}`])),
}

/** The images whose tag, name or digest is not that of the bases. */
export function listImages(site: Site): readonly Value[] {
  const { images, release, role } = site.cluster.settings
  const fogflow = componentsOf(site).map(component => ({
    component,
    name: imageNames[component] ?? component,
    tag: tagOf(release),
  }))
  const known = Object.entries(others).map(([component, name]) => ({ component, name, tag: undefined }))
  const present = known.filter(
    ({ component }) => component === 'busybox' || (role === 'cloud' && (component !== 'dgraph' || release !== '3.2.8')),
  )
  return [...fogflow, ...present]
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap(({ component, name, tag }): readonly Value[] => {
      const pin = images[component]
      if (pin === undefined) return tag === undefined ? [] : [{ name, newTag: derive(tag, 'release') }]
      const from = (key: string, value: string | undefined) =>
        value === undefined ? undefined : derive(value, 'images', component, key)
      // A digest alone says what runs; a tag beside it only if the user wrote one.
      const newTag =
        from('tag', pin.tag) ?? (pin.digest === undefined && tag !== undefined ? derive(tag, 'release') : undefined)
      return [{ name, newName: from('name', pin.name), newTag, digest: from('digest', pin.digest) }]
    })
}

/** The bases are those of 3.2.8. */
function tagOf(release: string): string | undefined {
  return release === '3.2.8' ? undefined : release
}
