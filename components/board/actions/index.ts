import type { Action } from './types.ts'

/** Everything that can be done on the board, in the order of menus and sheets. */
export const actions: readonly Action[] = []
