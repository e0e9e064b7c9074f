import type { ComponentType } from 'react'
import { type BoardState, factsOf } from '#components/board/state/board-state.ts'
import type { Collab } from '#components/collab/collab.ts'
import type { Presence } from '#components/collab/presence.ts'
import type { Ability, EntityFacts } from '#lib/access/policy.ts'
import type { Made } from '#lib/board/snapshot.ts'
import type { FrameStore } from './frame-state.ts'

export const actionGroups = [
  'tools',
  'edit',
  'write',
  'flow',
  'arrange',
  'look',
  'move',
  'lanes',
  'view',
  'frame',
] as const
export type ActionGroup = (typeof actionGroups)[number]

/** What is around the wall on the page of a board. */
export interface Workspace {
  frame: FrameStore
  presence: Presence
  collab: Collab
}

export type Icon = ComponentType<{ className?: string }>

type Now<T, Around> = T | ((board: BoardState, around: Around) => T)

/** How an action looks wherever it is offered. */
interface Face<Around> {
  readonly label: Now<string, Around>
  /** The label where its place says what it is about: in a submenu, in the menu of the board. */
  readonly short?: Now<string, Around>
  readonly icon: Icon
}

/** A row of the policy that an action asks: about the board as a whole, or about the entities it would change. */
export type Need =
  | Ability
  | {
      readonly ability: Ability
      readonly of: (board: BoardState) => Iterable<EntityFacts>
      /** It is enough that one of them is allowed; the reason is then the first one's. */
      readonly one?: true
    }

/**
 * Something a person can do. Buttons, menus, keys, command palette and the sheet of keys all take this object, so that
 * what it is called, whether it can be done now and what it does is said once. `Around` is what it needs beside the
 * board.
 */
export interface Action<Around = Workspace> extends Face<Around> {
  /** A person's own keys are kept under it: it stays as it is. */
  readonly id: string
  readonly group: ActionGroup
  /** Other words that somebody may look for it by. */
  readonly words?: string
  /** Of what can be on or off: when it is on, and how it looks then. */
  readonly on?: Partial<Face<Around>> & { readonly when: (board: BoardState, around: Around) => boolean }
  /** Keys, as `Mod+D`, `Shift+1`, `Alt+ArrowRight`, `N`; Mod is Cmd on a Mac and Ctrl elsewhere. The usual ones: `keysOf` in ./keymap.ts says what a person has. */
  readonly shortcuts?: readonly string[]
  /** Its keys work while a text is being written, too. */
  readonly always?: true
  /** It goes on while its key is held down. */
  readonly repeats?: true
  /** Kept out of the right-click menu and the palette: the keyboard form of a gesture. */
  readonly keyboardOnly?: true
  /** Its keys are the browser's own event, or are held: shown, but not to be changed. */
  readonly native?: true
  /** Takes something off the wall. */
  readonly danger?: true
  /** Whether it concerns what is selected now; menus leave it out and its keys mean something else where it does not. */
  readonly applies?: (board: BoardState, around: Around) => boolean
  /** What the policy must allow; empty: anybody who sees the board may do it. */
  readonly needs: readonly Need[]
  /** Why it cannot be done now although it is allowed, as a sentence; null: it can. */
  readonly unless?: (board: BoardState, around: Around) => string | null
  readonly perform: (board: BoardState, around: Around) => void
}

/** An action that needs the board alone: it is there on every wall, in a replay too. */
export type WallAction = Action<unknown>

export const applies = <Around>(action: Action<Around>, board: BoardState, around: Around): boolean =>
  action.applies?.(board, around) ?? true

/** Why an action cannot be done now, as a sentence for the person; null: it can. */
export function refusal<Around>(action: Action<Around>, board: BoardState, around: Around): string | null {
  for (const need of action.needs) {
    const reason = refused(need, board)
    if (reason !== null) return reason
  }
  return action.unless?.(board, around) ?? null
}

function refused(need: Need, board: BoardState): string | null {
  const { ability, of, one } = typeof need === 'string' ? { ability: need } : need
  let first: string | null = null
  for (const facts of of?.(board) ?? [undefined]) {
    const answer = board.may(ability, facts)
    if (answer.ok && one) return null
    if (answer.ok) continue
    if (!one) return answer.reason
    first ??= answer.reason
  }
  return first
}

/** A need that is asked about the entities of the board that `of` finds. */
export const about = (
  ability: Ability,
  of: (board: BoardState) => readonly { made: Made; locked?: boolean; kind?: string }[],
): Need => ({ ability, of: board => of(board).map(entity => factsOf(board, entity)) })

export interface ActionFace {
  label: string
  short: string
  icon: Icon
  isOn: boolean
}

/** How an action looks now. */
export function lookOf<Around>(action: Action<Around>, board: BoardState, around: Around): ActionFace {
  const read = <T extends string>(now: Now<T, Around>) => (typeof now === 'function' ? now(board, around) : now)
  const isOn = action.on?.when(board, around) ?? false
  const face = { ...action, ...(isOn ? action.on : {}) }
  // Being on changes the label: the short one of being off would be of the other thing.
  const short = isOn && action.on?.label ? action.on.short : face.short
  return { label: read(face.label), short: read(short ?? face.label), icon: face.icon, isOn }
}

/** What somebody may look for an action by beside its label: other words, and its label when it is the other way round. */
export function searchWords<Around>(action: Action<Around>, board: BoardState, around: Around): string[] {
  const labels = [action.label, action.on?.label].map(label =>
    typeof label === 'function' ? label(board, around) : label,
  )
  return [...labels, action.words].filter(words => words !== undefined)
}

/** Does it, or says why not. */
export function run<Around>(action: Action<Around>, board: BoardState, around: Around): void {
  const reason = refusal(action, board, around)
  if (reason === null) action.perform(board, around)
  else board.tell(reason)
}
