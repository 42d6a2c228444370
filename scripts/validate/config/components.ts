/** The FogFlow processes that read a config.json. */
export const componentNames = ['discovery', 'broker', 'master', 'worker', 'designer'] as const

export type ComponentName = (typeof componentNames)[number]

/** A FogFlow image: its component and its tag, `latest` where it names none. */
export interface FogFlowImage {
  readonly component: ComponentName
  readonly tag: string
}

const pattern = /(?:^|\/)fogflow\/([a-z]+)(?::([^@]+))?(?:@.+)?$/

/** Reads `fogflow/<component>:<tag>`, from whatever registry it is mirrored to. */
export function readImage(image: string | undefined): FogFlowImage | undefined {
  const [, name, tag = 'latest'] = pattern.exec(image ?? '') ?? []
  const component = componentNames.find(known => known === name)
  return component && { component, tag }
}
