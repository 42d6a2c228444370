import { ApiFailure } from '../../cluster-api/api-failure.ts'
import type { Scene } from '../scene.ts'

/** An object, or undefined where there is none. */
export async function readOptional<T>(scene: Scene, path: string): Promise<T | undefined> {
  try {
    return (await scene.read(path)) as T
  } catch (error) {
    if (error instanceof ApiFailure && error.status === 404) return undefined
    throw error
  }
}
