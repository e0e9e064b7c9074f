'use client'
import { useEffect, useState } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import type { Announcer } from '#components/workspace/announcer.tsx'
import { around } from '#lib/geometry/box.ts'
import { ClipDialog } from './clip-dialog.tsx'
import { Controls } from './controls.tsx'
import { CopyDialog } from './copy-dialog.tsx'
import { EraseDialog } from './erase-dialog.tsx'
import { useFollowing } from './follow-camera.ts'
import { HistoryPanel } from './history-panel.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { look, useReplay } from './replay-context.ts'
import { useReplayKeys } from './replay-keys.ts'
import { ReplayTop } from './replay-top.tsx'
import { ReplayWall } from './replay-wall.tsx'
import { ShareDialog } from './share-dialog.tsx'
import { Timeline } from './timeline.tsx'
import { useFading } from './use-fading.ts'
import { useTelling } from './use-telling.ts'

/** The wall as it was, and under it the time it is looked at. */
export function ReplayFrame({ announcer, note }: { announcer: Announcer; note: string | null }) {
  const replay = useReplay()
  const board = useBoard()
  const [beginning] = useState(note)
  useEffect(() => {
    const box = around(board.model.notes.values())
    board.viewport.set(box ? board.viewport.cameraFor(box, 1, 60) : { x: -100, y: -24, zoom: 0.7 })
    if (beginning === null) return
    board.selection.setNotes([beginning])
    look(replay, { panel: true })
  }, [board, replay, beginning])
  useFollowing()
  useFading()
  useReplayKeys()
  useTelling(announcer)
  return (
    <div className="fixed inset-0 grid grid-cols-1 grid-rows-[auto_minmax(0,1fr)_auto] overflow-hidden overscroll-none bg-paper-50">
      <ReplayTop />
      <div className="relative flex min-h-0">
        <main className="relative min-w-0 flex-1 overflow-hidden">
          <ReplayWall />
        </main>
        <HistoryPanel />
      </div>
      <section aria-label="Player" className="z-20 border-line border-t bg-paper-0 pb-[env(safe-area-inset-bottom)]">
        <Timeline />
        <Controls />
      </section>
      <ShareDialog />
      <CopyDialog />
      <ClipDialog />
      <EraseDialog />
      <KeysDialog />
    </div>
  )
}
