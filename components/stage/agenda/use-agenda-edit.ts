'use client'
import { useCallback } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import type { AgendaItem } from '#lib/facilitation/define.ts'
import { useAsk } from '../state/ask.ts'
import { stageOn } from '../state/use-stage.ts'

/** Returns a function that edits the agenda as it is at that moment; it sends nothing when nothing differs. */
export function useAgendaEdit(): (edit: (items: readonly AgendaItem[]) => AgendaItem[]) => void {
  const board = useBoard()
  const ask = useAsk()
  return useCallback(
    edit => {
      const before = stageOn(board).agenda
      const items = edit(before)
      if (JSON.stringify(items) !== JSON.stringify(before)) void ask('agenda.set', { items })
    },
    [board, ask],
  )
}
