import { argocd } from './argocd.ts'
import type { Engine } from './engine.ts'
import { flux } from './flux.ts'

/** The engines, as they are called on the command line. */
export const engines = { flux, argocd } as const satisfies Readonly<Record<string, Engine>>
