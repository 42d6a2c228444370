import type { BuildContext } from '../build/target.ts'
import type { Image } from '../kustomization/fields.ts'
import { compileRegex } from '../patch/compile-regex.ts'

export function compileImageName(image: Image, build: BuildContext): ((text: string) => boolean) | undefined {
  const name = image.name?.text ?? ''
  if (!/^[\w./:@-]*$/.test(name)) return compileRegex(imagePattern(name), image.name?.at ?? image.at, build.report)
  // Without other special characters JavaScript's expressions mean the same as Go's, and are faster.
  const regex = new RegExp(imagePattern(name.replaceAll('.', '[^\\n]')))
  return text => regex.test(text)
}

/** The name is part of a regular expression, as it is in kustomize: a dot in it stands for any character. */
export function imagePattern(name: string): string {
  return `^${name}(:[a-zA-Z0-9_.{}-]*)?(@sha256:[a-zA-Z0-9_.{}-]*)?$`
}

export interface ImageParts {
  readonly name: string
  readonly tag: string
  readonly digest: string
}

/** `[host[:port]/]path[:tag][@digest]` in its parts; what is absent is empty. */
export function splitImage(image: string): ImageParts {
  // A colon before the first slash belongs to the host.
  const slash = Math.max(0, image.indexOf('/'))
  const at = image.indexOf('@', slash)
  const colon = image.indexOf(':', slash)
  if (at >= 0 && (colon < 0 || at < colon)) return { name: image.slice(0, at), tag: '', digest: image.slice(at + 1) }
  if (colon < 0) return { name: image, tag: '', digest: '' }
  const name = image.slice(0, colon)
  if (at < 0) return { name, tag: image.slice(colon + 1), digest: '' }
  return { name, tag: image.slice(colon + 1, at), digest: image.slice(at + 1) }
}

/** A new tag drops the digest, a new digest the tag; both together set both. */
export function renameImage(text: string, image: Image): string {
  const parts = splitImage(text)
  const name = image.newName?.text || parts.name
  const { tag, digest } = chooseVersion(parts, image)
  return name + (tag === '' ? '' : `:${tag}`) + (digest === '' ? '' : `@${digest}`)
}

function chooseVersion(parts: ImageParts, image: Image): Pick<ImageParts, 'tag' | 'digest'> {
  const [tag, digest, suffix] = [image.newTag?.text ?? '', image.digest?.text ?? '', image.tagSuffix?.text ?? '']
  if (tag !== '' || digest !== '') return { tag, digest }
  return suffix === '' ? parts : { tag: parts.tag + suffix, digest: '' }
}
