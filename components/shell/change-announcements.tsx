'use client'
import { useEffect } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import { describeChanges } from './describe-changes.ts'

/** ms in which changes of others become one announcement. */
const batch = 3_000

/** Announces others' changes politely to people who do not see the wall. */
export function ChangeAnnouncements() {
  const board = useBoard()
  useEffect(() => {
    const before = new Map(board.model.notes)
    const changed = new Set<string>()
    let timer: ReturnType<typeof setTimeout> | null = null
    const say = () => {
      timer = null
      const sentence = describeChanges(board, before, changed)
      for (const id of changed) {
        const note = board.model.notes.get(id)
        if (note) before.set(id, note)
        else before.delete(id)
      }
      changed.clear()
      if (sentence) board.announce(sentence)
    }
    const stop = board.model.subscribe(({ changes, local }) => {
      for (const id of changes.get('notes') ?? []) {
        const note = board.model.notes.get(id)
        if (!local) changed.add(id)
        else if (note) before.set(id, note)
        else before.delete(id)
      }
      if (changed.size > 0) timer ??= setTimeout(say, batch)
    })
    return () => {
      stop()
      if (timer) clearTimeout(timer)
    }
  }, [board])
  return null
}
