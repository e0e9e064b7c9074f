import type { ComponentType } from 'react'
import type { BoardState } from '#components/board/state/board-state.ts'
import type { Answer } from '#lib/access/policy.ts'

export const actionGroups = ['tools', 'edit', 'write', 'flow', 'arrange', 'look', 'move', 'lanes', 'view'] as const
export type ActionGroup = (typeof actionGroups)[number]

/**
 * Something a person can do on the board. Menus, keyboard, command palette and the sheet of shortcuts all read the
 * one ordered list in ./index.ts.
 */
export interface Action {
  id: string
  label: string
  group: ActionGroup
  icon?: ComponentType<{ className?: string }>
  /** Keys, as `Mod+D`, `Shift+1`, `Alt+ArrowRight`, `N`; Mod is Cmd on a Mac and Ctrl elsewhere. The usual ones: `keysOf` in ./keymap.ts says what a person has. */
  shortcuts?: readonly string[]
  /** Kept out of the right-click menu and the palette: the keyboard form of a gesture. */
  keyboardOnly?: boolean
  /** Its keys are the browser's own event, or are held: shown, but not to be changed. */
  native?: boolean
  /** Takes something off the wall. */
  danger?: boolean
  /** Whether it concerns what is selected now; menus leave it out and its keys mean something else where it does not. */
  applies?(board: BoardState): boolean
  /** Whether it can be done now, and if not the sentence that says why. */
  enabled?(board: BoardState): Answer
  perform(board: BoardState): void
}

export const yes: Answer = { ok: true }
export const no = (reason: string): Answer => ({ ok: false, reason })
