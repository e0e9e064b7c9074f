import type { WallAction } from '#components/workspace/action.ts'
import { arrangeActions } from './arrange.ts'
import { clipboardActions } from './clipboard.ts'
import { editActions } from './edit.ts'
import { flowActions } from './flow.ts'
import { historyActions } from './history.ts'
import { laneActions } from './lanes.ts'
import { colourActions, kindActions } from './look.tsx'
import { moveActions } from './move.ts'
import { toolActions } from './tools.ts'
import { viewActions } from './view.ts'
import { writeActions } from './write.ts'

/**
 * Everything that can be done on the board, in the order of menus and sheets. Where two have the same key, the first
 * one that applies has it.
 */
export const actions: readonly WallAction[] = [
  ...toolActions,
  ...editActions,
  ...clipboardActions,
  ...flowActions,
  ...writeActions,
  ...arrangeActions,
  ...kindActions,
  ...colourActions,
  ...moveActions,
  ...laneActions,
  ...viewActions,
  ...historyActions,
]
