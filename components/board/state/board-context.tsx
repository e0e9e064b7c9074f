'use client'
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import { useStore } from '#components/ui/store.ts'
import type { Ability, Answer, EntityFacts } from '#lib/access/policy.ts'
import type { RootName } from '#lib/board/schema.ts'
import type { Lane, Link, Note } from '#lib/board/snapshot.ts'
import type { BoardTables } from '#lib/board/tables.ts'
import type { Camera } from '#lib/geometry/camera.ts'
import type { BoardState } from './board-state.ts'
import type { Companion, Mark } from './decorations.ts'
import type { Selection } from './selection.ts'
import type { Fate } from './version-view.ts'

export const BoardStateContext = createContext<BoardState | null>(null)

/** Returns the board of this page; throws outside a BoardContext. */
export function useBoard(): BoardState {
  const board = useContext(BoardStateContext)
  if (!board) throw new Error('No board around this component.')
  return board
}

/** Reads something about one id; re-renders when that changes and nothing else. */
function useWatched<T>(source: { watch(id: string, changed: () => void): () => void }, id: string, read: () => T): T {
  const subscribe = useCallback((changed: () => void) => source.watch(id, changed), [source, id])
  return useSyncExternalStore(subscribe, read, read)
}

/** Reads something from the whole board, a primitive or an object with stable identity; re-renders when it changes. */
export function useOfBoard<T>(read: (model: BoardTables) => T): T {
  const { model } = useBoard()
  const subscribe = useCallback((changed: () => void) => model.subscribe(changed), [model])
  const now = () => read(model)
  return useSyncExternalStore(subscribe, now, now)
}

/** Reads one entity; re-renders only when it changes. */
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

/** Increases with every change of the document: for components that read the whole board. */
export const useBoardVersion = (): number => useOfBoard(model => model.version)

export const useLanes = (): readonly Lane[] => useOfBoard(model => model.lanes)

export const useSelection = (): Selection => useStore(useBoard().selection)

export function useIsSelected(id: string): boolean {
  const { selection } = useBoard()
  return useWatched(selection, id, () => selection.has(id))
}

export function useCompanions(id: string): readonly Companion[] {
  const { companions } = useBoard()
  return useWatched(companions, id, () => companions.of(id))
}

export function useMarks(id: string): readonly Mark[] {
  const { marks } = useBoard()
  return useWatched(marks, id, () => marks.of(id))
}

/** Returns a note's or link's fate in the to-be. */
export function useFate(id: string): Fate | undefined {
  const { seen } = useBoard()
  return useWatched(seen, id, () => seen.fateOf(id))
}

/** Whether a filter leaves a note out. */
export function useIsFaded(id: string): boolean {
  const { fading } = useBoard()
  return useWatched(fading, id, () => fading.has(id))
}

/** Returns a note's text in the present view. */
export function useShownText(note: Note): string {
  const { seen } = useBoard()
  return useWatched(seen, note.id, () => seen.textOf(note))
}

/** Returns the camera, for what must follow every move of it (a zoom figure, a minimap); re-renders at each. */
export const useCamera = (): Camera => useStore(useBoard().viewport)

/** Returns whether something may be done now; re-renders when the role or the phase changes. */
export function useMay(ability: Ability, entity?: EntityFacts): Answer {
  const board = useBoard()
  useStore(board.access)
  return board.may(ability, entity)
}
