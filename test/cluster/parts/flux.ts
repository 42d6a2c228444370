import { flux } from '../engines/flux.ts'
import { playOn } from '../story/play-on.ts'
import type { Part } from './part.ts'

export const part: Part = {
  title: 'the whole story with Flux',
  run: context => playOn(context, flux, 'lab/laptop'),
}
