import { createContext, useContext } from 'react'
import type { BoardState } from '#components/board/state/board-state.ts'
import { type Readable, useStore, ValueStore } from '#components/ui/store.ts'
import { nameAt, type ReplayFacts } from '#lib/replay/facts.ts'
import type { ReplayMark } from '#lib/replay/marks.ts'
import type { Playback } from './playback.ts'
import type { EventKind, ReplayEvent } from './protocol.ts'
import type { Recording } from './recording.ts'

/** The view settings of a replay in this tab. */
export interface Looking {
  /** Whether the camera follows events. */
  follow: boolean
  /** Only these people's work stands out; empty: everybody's. */
  people: ReadonlySet<string>
  /** Only these kinds of events stand out; empty: all. */
  kinds: ReadonlySet<EventKind>
  /** The side panel is open. */
  panel: boolean
  over: 'share' | 'clip' | 'copy' | 'erase' | 'keys' | null
}

/** Everything about the replay of this page. */
export interface Replay {
  facts: ReplayFacts
  recording: Recording
  playback: Playback
  marks: Readable<readonly ReplayMark[]>
  board: BoardState
  looking: ValueStore<Looking>
  /** Whether this person may restore the board. */
  mayRepair: boolean
}

export const newLooking = (): ValueStore<Looking> =>
  new ValueStore<Looking>({ follow: true, people: new Set(), kinds: new Set(), panel: false, over: null })

export const ReplayContext = createContext<Replay | null>(null)

export function useReplay(): Replay {
  const replay = useContext(ReplayContext)
  if (!replay) throw new Error('No replay around this component.')
  return replay
}
export const useLooking = (): Looking => useStore(useReplay().looking)
export const usePlayback = () => useStore(useReplay().playback)
/** The moment on the screen; the board may lag behind it while the timeline is dragged. */
export const useMoment = () => useStore(useReplay().recording.moment)
export const useShown = () => useStore(useReplay().recording.shown)

export const look = ({ looking }: Pick<Replay, 'looking'>, change: Partial<Looking>): void =>
  looking.set({ ...looking.get(), ...change })

/** Returns a person's name at that time; '' for work of nobody. */
export function actorName(facts: ReplayFacts, personId: string | null, at: number): string {
  const person = facts.people.find(each => each.id === personId)
  return person ? nameAt(person, at) : 'Somebody'
}

/** Returns an event as a sentence: “Ann moved “Order””. */
export const sentence = (facts: ReplayFacts, event: ReplayEvent): string =>
  `${actorName(facts, event.actor, event.at)} ${event.words}`

export const clockTime = (at: number): string =>
  new Date(at).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit' })
export const dayAndTime = (at: number): string =>
  `${new Date(at).toLocaleDateString(undefined, { day: 'numeric', month: 'short', year: 'numeric' })}, ${clockTime(at)}`
