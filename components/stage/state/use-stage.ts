'use client'
import { useBoard, useOfBoard } from '#components/board/state/board-context.tsx'
import type { BoardState } from '#components/board/state/board-state.ts'
import { useStore } from '#components/ui/store.ts'
import { currentRound, readStage, type Stage } from '#lib/facilitation/stage.ts'

const readings = new WeakMap<object, Stage>()

/** Returns the present stage of a board; the same object until it changes. */
export function stageOn({ model }: Pick<BoardState, 'model'>): Stage {
  const known = readings.get(model.stage)
  if (known) return known
  const stage = readStage(model.stage)
  readings.set(model.stage, stage)
  return stage
}

/** Whether this person writes private notes now, in _Now_. */
export function useInPrivate(): boolean {
  const { role } = useStore(useBoard().access)
  const round = currentRound(useStage())
  return round !== null && (role === 'facilitator' || role === 'contributor')
}

/** The stage; re-renders when it changes. */
export const useStage = (): Stage => useOfBoard(model => stageOn({ model }))
