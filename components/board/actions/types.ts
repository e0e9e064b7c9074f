import type { Answer } from '#lib/access/policy.ts'
import type { BoardState } from '../state/board-state.ts'

export const actionGroups = ['tools', 'edit', 'write', 'flow', 'arrange', 'look', 'move', 'view'] as const
export type ActionGroup = (typeof actionGroups)[number]

/**
 * Something a person can do on the board. Menus, keyboard, command palette and the sheet of shortcuts all read the
 * one ordered list in ./index.ts.
 */
export interface Action {
  id: string
  label: string
  group: ActionGroup
  /** Name of an icon in components/ui. */
  icon?: string
  /** Keys, as `Mod+D`, `Shift+1`, `Alt+ArrowRight`, `N`; Mod is Cmd on a Mac and Ctrl elsewhere. The usual ones: `keysOf` in ./keymap.ts says what a person has. */
  shortcuts?: readonly string[]
  /** Kept out of the right-click menu and the palette: the keyboard form of a gesture. */
  keyboardOnly?: boolean
  /** Whether it can be done now, and if not the sentence that says why. */
  enabled?(board: BoardState): Answer
  perform(board: BoardState): void
}

export const yes: Answer = { ok: true }
export const no = (reason: string): Answer => ({ ok: false, reason })
