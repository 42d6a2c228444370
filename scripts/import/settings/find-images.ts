import { isFogFlow } from '../facts.ts'
import { isNumbered } from '../release.ts'
import type { Site } from '../site.ts'
import type { Setting } from './setting.ts'

/** Images of another name than FogFlow's own: a mirror, a build for another processor. */
export function findImages(site: Site): readonly Setting[] {
  return site.workloads.filter(isFogFlow).flatMap(workload => {
    const { component = '', image, imageName, tag } = workload
    const digest = image?.text.split('@')[1]
    if (imageName === `fogflow/${component}` && digest === undefined) return []
    const path = ['images', component]
    const at = image?.at
    const isOther = /arm/.test(imageName)
    const decide = isOther ? 'built for ARM: write nodes.arch too, and check that the image exists' : undefined
    return [
      { path: [...path, 'name'], value: imageName, at, decide },
      ...(tag !== undefined && isNumbered(workload) ? [{ path: [...path, 'tag'], value: tag, at }] : []),
      ...(digest === undefined ? [] : [{ path: [...path, 'digest'], value: digest, at }]),
    ]
  })
}
