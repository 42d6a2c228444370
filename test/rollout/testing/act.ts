import type { Environment } from '../../../scripts/model/environment.ts'
import type { Scene } from './open-scene.ts'

/** A part of a story: what people do, and then one call of a command. */
export interface Act {
  readonly name: string
  /** Whatever happens between two calls of commands. */
  prepare?(scene: Pick<Scene, 'double' | 'clock' | 'clone'>): Promise<unknown> | unknown
  command(environment: Environment, double: Scene['double']): Promise<0 | 1>
}
