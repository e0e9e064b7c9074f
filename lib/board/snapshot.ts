import type { z } from 'zod'
import type { NoteKindId } from '../notes/kinds/index.ts'
import type { PaperId } from '../notes/papers.ts'
import type { values } from './fields.ts'

type Value<K extends keyof typeof values> = z.infer<(typeof values)[K]>

/**
 * A board as plain data, in board px with y down. The view, the method, replay, export, report and search read this
 * and never the Yjs document. Every entity keeps its identity until it changes.
 */
export interface BoardSnapshot {
  readonly notes: ReadonlyMap<string, Note>
  readonly links: ReadonlyMap<string, Link>
  /** From top to bottom, customers first. */
  readonly lanes: readonly Lane[]
  readonly groups: ReadonlyMap<string, Group>
  readonly views: readonly View[]
  readonly outcomes: readonly Outcome[]
  readonly comments: ReadonlyMap<string, Comment>
  /** Server-written fields of the stage, parsed by lib/facilitation. */
  readonly stage: Readonly<Record<string, unknown>>
  /** Records left out because they were damaged; shown, never hidden. */
  readonly damaged: number
}

/** Who made an entity: the creating clientID's lease holder, unless the server wrote `by`. */
export interface Made {
  readonly client: number
  readonly by: string | null
}

/** What a point of failure carries, on a note or on a link. null: not said. */
export interface FailureFields {
  readonly mark: Value<'mark'>
  readonly rework: Value<'answer'>
  readonly orphan: Value<'answer'>
  readonly touch: Value<'touch'>
  /** −2 (very bad) to +2 (very good). */
  readonly feeling: number | null
  readonly cause: string | null
  readonly memory: Value<'memory'>
  readonly why: string | null
  readonly since: string | null
  readonly ruleOwner: string | null
  readonly verdict: Value<'verdict'>
  readonly verdictReason: string | null
  readonly verdictOwner: string | null
  /** What the text becomes in the to-be. */
  readonly improved: string | null
  readonly crown: Value<'crown'>
  readonly effort: Value<'effort'>
  readonly due: string | null
  readonly progress: Value<'progress'>
}

export interface Note extends FailureFields {
  readonly id: string
  readonly made: Made
  readonly kind: NoteKindId
  readonly text: string
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  /** The lane it lies in, stored or by its centre; null on open paper. */
  readonly lane: string | null
  readonly z: string
  readonly group: string | null
  readonly place: Value<'place'>
  readonly colour: PaperId | null
  readonly tags: readonly string[]
  /** JSON of what it was in the file it came from; null for what was made here. */
  readonly source: string | null
  readonly version: Value<'version'>
  readonly locked: boolean
  readonly system: string | null
  /** Cases per month. */
  readonly volume: number | null
  /** Minutes of work. */
  readonly processing: number | null
  /** Minutes of waiting before the work. */
  readonly waiting: number | null
  /** Cost per case, in the board's currency. */
  readonly cost: number | null
  /** 0 to 1. */
  readonly firstTimeRight: number | null
  readonly value: Value<'value'>
  /** 1 rigid to 5 flexible. */
  readonly flexibility: number | null
  readonly exceptions: string | null
  /** Tallies of closed votes by round id; server-written. */
  readonly votes: Readonly<Record<string, number>>
}

export interface Link extends FailureFields {
  readonly id: string
  readonly made: Made
  readonly from: string
  readonly to: string
  readonly sides: Value<'sides'>
  readonly source: string | null
  readonly text: string
  readonly version: Value<'version'>
  /** Share of cases, 0 to 1. */
  readonly share: number | null
}

export interface Lane {
  readonly id: string
  readonly name: string
  readonly actor: Value<'actor'>
  readonly source: string | null
  readonly order: string
  /** px from the wall's top edge. */
  readonly top: number
  readonly height: number
}

export interface Group {
  readonly id: string
  readonly name: string
}

export interface View {
  readonly id: string
  readonly name: string
  readonly rect: readonly [x: number, y: number, w: number, h: number]
  readonly order: string
}

export const outcomeQuestions = [
  'stakeholder',
  'promise',
  'customer',
  'wrongCustomer',
  'expects',
  'process',
  'affects',
  'needs',
  'outcome',
  'isNot',
] as const
export type OutcomeQuestion = (typeof outcomeQuestions)[number]
export type Outcome = { readonly id: string; readonly order: string } & { readonly [Q in OutcomeQuestion]: string }

export interface Comment {
  readonly id: string
  readonly made: Made
  readonly on: string | null
  readonly parent: string | null
  readonly text: string
  readonly mentions: readonly string[]
  /** When it was written, ms, by its writer's word; 0: not said. */
  readonly at: number
  readonly resolved: boolean
  readonly accepted: boolean
}

/** px of a note whose size nobody has set. */
export const defaultSize = [168, 112] as const
export const defaultLaneHeight = 240
