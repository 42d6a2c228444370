import { flux } from '../engines/flux.ts'
import { playOn } from '../story/with-stage.ts'
import type { Part } from './part.ts'

export const part: Part = {
  title: 'the whole story with Flux',
  runsElsewhere: true,
  run: context => playOn(context, flux),
}
