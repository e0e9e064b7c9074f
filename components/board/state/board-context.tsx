'use client'
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import { useStore } from '#components/ui/store.ts'
import type { Ability, Answer, EntityFacts } from '#lib/access/policy.ts'
import type { RootName } from '#lib/board/schema.ts'
import type { Link, Note } from '#lib/board/snapshot.ts'
import type { Camera } from '#lib/geometry/camera.ts'
import type { BoardState } from './board-state.ts'
import type { Companion, Mark } from './decorations.ts'
import type { Selection } from './selection.ts'
import type { Fate } from './version-view.ts'

export const BoardContext = createContext<BoardState | null>(null)

/** The board of this page; components outside a BoardContext are a mistake. */
export function useBoard(): BoardState {
  const board = useContext(BoardContext)
  if (!board) throw new Error('No board around this component.')
  return board
}

/** One entity; re-renders when it and nothing else changes. */
function useEntity<T>(root: RootName, id: string, read: () => T): T {
  const { model } = useBoard()
  const subscribe = useCallback((changed: () => void) => model.watch(root, id, changed), [model, root, id])
  return useSyncExternalStore(subscribe, read, read)
}

export function useNote(id: string): Note | undefined {
  const { model } = useBoard()
  return useEntity('notes', id, () => model.notes.get(id))
}
export function useLink(id: string): Link | undefined {
  const { model } = useBoard()
  return useEntity('links', id, () => model.links.get(id))
}

/** Increases with every change of the document: for what reads the whole board. */
export function useBoardVersion(): number {
  const { model } = useBoard()
  const subscribe = useCallback((changed: () => void) => model.subscribe(changed), [model])
  const read = () => model.version
  return useSyncExternalStore(subscribe, read, read)
}

/** The lanes; re-renders when a lane changes. */
export function useLanes() {
  const { model } = useBoard()
  const subscribe = useCallback((changed: () => void) => model.subscribe(changed), [model])
  const read = () => model.lanes
  return useSyncExternalStore(subscribe, read, read)
}

export const useSelection = (): Selection => useStore(useBoard().selection)

export function useIsSelected(id: string): boolean {
  const { selection } = useBoard()
  const subscribe = useCallback((changed: () => void) => selection.watch(id, changed), [selection, id])
  const read = () => selection.has(id)
  return useSyncExternalStore(subscribe, read, read)
}

export function useCompanions(id: string): readonly Companion[] {
  const { companions } = useBoard()
  const subscribe = useCallback((changed: () => void) => companions.watch(id, changed), [companions, id])
  const read = () => companions.of(id)
  return useSyncExternalStore(subscribe, read, read)
}

export function useMarks(id: string): readonly Mark[] {
  const { marks } = useBoard()
  const subscribe = useCallback((changed: () => void) => marks.watch(id, changed), [marks, id])
  const read = () => marks.of(id)
  return useSyncExternalStore(subscribe, read, read)
}

/** What becomes of a note or link in the to-be. */
export function useFate(id: string): Fate | undefined {
  const { seen } = useBoard()
  const subscribe = useCallback((changed: () => void) => seen.watch(id, changed), [seen, id])
  const read = () => seen.fateOf(id)
  return useSyncExternalStore(subscribe, read, read)
}

/** Whether a filter leaves a note out. */
export function useIsFaded(id: string): boolean {
  const { fading } = useBoard()
  const subscribe = useCallback((changed: () => void) => fading.watch(id, changed), [fading, id])
  const read = () => fading.has(id)
  return useSyncExternalStore(subscribe, read, read)
}

/** What a note says in the present view. */
export function useShownText(note: Note): string {
  const { seen } = useBoard()
  const subscribe = useCallback((changed: () => void) => seen.watch(note.id, changed), [seen, note.id])
  const read = () => seen.textOf(note)
  return useSyncExternalStore(subscribe, read, read)
}

/** The camera, for what must follow every move of it (a zoom figure, a minimap); re-renders at each. */
export const useCamera = (): Camera => useStore(useBoard().viewport)

/** Whether something may be done now; re-renders when the role or the phase changes. */
export function useMay(ability: Ability, entity?: EntityFacts): Answer {
  const board = useBoard()
  useStore(board.access)
  return board.may(ability, entity)
}
