'use client'
import { useEffect } from 'react'
import { Wall } from '#components/board/canvas/wall.tsx'
import { useBoard } from '#components/board/state/board-context.tsx'
import { usePresence } from '#components/collab/collab-context.tsx'
import { Cursors } from '#components/collab/cursors.tsx'
import { sharePointer } from '#components/collab/pointer-sharing.ts'
import { EmotionLine } from '#components/method/on-wall/emotion-line.tsx'
import { Gaps } from '#components/method/on-wall/gaps.tsx'
import { Spotlight } from '#components/stage/attention/spotlight.tsx'
import { VotingLayer } from '#components/stage/voting/voting-layer.tsx'
import { EmptyHint } from './empty-hint.tsx'
import { FirstCards } from './first-cards.tsx'
import { useFocusInSight } from './focus-in-sight.ts'
import { Minimap } from './minimap.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { WallMenu } from './wall-menu.tsx'

/** The wall itself with what lies over it: a hint while it is empty, others' pointers, the minimap, what the selection offers. */
export function WallArea() {
  const board = useBoard()
  const presence = usePresence()
  useEffect(() => sharePointer(board, presence), [board, presence])
  useFocusInSight()
  return (
    <div data-wall className="absolute inset-0">
      <WallMenu>
        <div className="absolute inset-0">
          <Wall under={<EmotionLine />}>
            <EmptyHint />
            <FirstCards />
            <Gaps />
            <VotingLayer />
            <Spotlight />
            <Cursors />
            <SelectionBar />
          </Wall>
        </div>
      </WallMenu>
      <Minimap />
    </div>
  )
}
