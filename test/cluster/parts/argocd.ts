import { argocd } from '../engines/argocd.ts'
import { playOn } from '../story/with-stage.ts'
import type { Part } from './part.ts'

export const part: Part = {
  title: 'the whole story with Argo CD',
  runsElsewhere: true,
  run: context => playOn(context, argocd),
}
