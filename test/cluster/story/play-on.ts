import type { Engine } from '../engines/engine.ts'
import type { Context } from '../parts/part.ts'
import { onStage } from './on-stage.ts'
import { tellStory } from './tell-story.ts'

/** Starts a cluster with an engine and tells the story of one of the repository's clusters on it. */
export function playOn(context: Context, engine: Engine, cluster: string): Promise<void> {
  return onStage('e2e', { engine, cluster }, context.say, stage => tellStory(stage, context))
}
