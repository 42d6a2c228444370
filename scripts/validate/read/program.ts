import { type Container, commandLine } from './container.ts'
import { text } from './field.ts'

/** FogFlow's own components, each an image of that name. */
export type FogflowComponent = 'discovery' | 'broker' | 'master' | 'worker' | 'designer'

const fogflowImage = /(?:^|\/)fogflow\/(discovery|broker|master|worker|designer)(?:_arm)?(?:[:@]|$)/

export function fogflowComponent(container: Container): FogflowComponent | undefined {
  return fogflowImage.exec(imageOf(container))?.[1] as FogflowComponent | undefined
}

/** Whether a container runs the program of that name, by the last part of its image's name. */
export function runs(container: Container, program: RegExp): boolean {
  const [name = ''] = imageOf(container).split(/[:@]/).slice(0, 1)
  return program.test(name.slice(name.lastIndexOf('/') + 1))
}

export function imageOf({ field }: Container): string {
  return text(field, 'image') ?? ''
}

/**
 * The config.json that a FogFlow container opens: what follows -f, else the file beside the program
 * (common/config/config.go and designer/main.js; the images run in / and /app).
 */
export function configPath(container: Container, component: FogflowComponent): string {
  if (component === 'designer') return '/app/config.json'
  return absolute(argumentAfter(container, '-f') ?? 'config.json')
}

/** The configuration that an nginx container opens: what follows -c, else that of the official image. */
export function nginxConfigPath(container: Container): string {
  return argumentAfter(container, '-c') ?? '/etc/nginx/nginx.conf'
}

function argumentAfter(container: Container, flag: string): string | undefined {
  const words = commandLine(container).map(({ value }) => String(value))
  const index = words.indexOf(flag)
  return index < 0 ? undefined : words[index + 1]
}

function absolute(path: string): string {
  return path.startsWith('/') ? path : `/${path.replace(/^\.\//, '')}`
}

/** FogFlow's releases, oldest first. */
export const releases: readonly string[] = ['3.2', '3.2.2', '3.2.6', '3.2.8']

/** The release behind the tags that FogFlow moves to whatever it built last. */
export const newestRelease = '3.2.8'
const movingTags: ReadonlySet<string> = new Set(['', 'latest', 'k8s'])

/** The release that a tag stands for: the tag itself, but for those that FogFlow moves. */
export function releaseOfTag(tag: string): string {
  return movingTags.has(tag) ? newestRelease : tag
}

/** The tag of a container's image: FogFlow's release, for its own images. */
export function releaseOf(container: Container): string {
  return /:([\w.-]+)(@.*)?$/.exec(imageOf(container))?.[1] ?? ''
}
