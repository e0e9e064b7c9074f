import { actions as wallActions } from '#components/board/actions/index.ts'
import type { Action } from '#components/workspace/action.ts'
import { frameActions } from './frame-actions.ts'

/** Everything that can be done on the page of a board, on the wall and around it: the sheet of keys. */
export const allActions: readonly Action[] = [...wallActions, ...frameActions]

/** What the command palette offers; the rest is the keyboard's form of a gesture. */
export const offered: readonly Action[] = allActions.filter(action => !action.keyboardOnly)
