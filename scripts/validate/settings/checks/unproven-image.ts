import type { SettingsCheck } from '../settings-check.ts'

const ownImages = ['broker', 'worker', 'discovery', 'master', 'designer']

/** FogFlow's repository names no image of 3.2.6 and, under one name for all processors, none for arm64. */
export const unprovenImage = {
  code: 'unproven-image',
  severity: 'warning',
  *check({ settings: { release, nodes, images, role } }) {
    const needed = role === 'edge' ? ownImages.slice(0, 2) : ownImages
    const open = needed.filter(component => images[component] === undefined)
    if (open.length === 0) return
    const fix = `pin images.${open.join(', images.')} to what you have found in a registry`
    if (release === '3.2.6') {
      const message = 'nothing in FogFlow\'s repository names an image of release "3.2.6"'
      yield { path: ['release'], message, fix }
    }
    if (nodes.arch === 'arm64') {
      const message = `FogFlow's images of release "${release}" are not known to run on arm64`
      yield { path: ['nodes', 'arch'], message, fix }
    }
  },
} satisfies SettingsCheck
