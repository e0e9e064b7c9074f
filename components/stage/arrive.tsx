'use client'
import { useEffect, useRef } from 'react'
import { useFrameStore } from '#components/board/frame/frame-state.ts'
import { useBoard, useMay } from '#components/board/state/board-context.tsx'
import type { BoardState } from '#components/board/state/board-state.ts'
import { seeAs } from '#components/method/on-wall/see-as.ts'
import type { ActivityView } from '#lib/facilitation/define.ts'
import { isCustomer } from '#lib/method/customer-lane.ts'
import { useStage } from './use-stage.ts'
import { whereIs } from './where.ts'

/** The panel that an activity is about; beside the wall, so not on a phone. */
const panelOf: Partial<Record<ActivityView, string>> = {
  outcome: 'outcome',
  failures: 'failures',
  verdicts: 'verdicts',
  actions: 'verdicts',
}

/** When everybody moves to another activity, the screen turns to what it is about. Who leads keeps an open panel. */
export function Arrive() {
  const stage = useStage()
  const board = useBoard()
  const frame = useFrameStore()
  const mayLead = useMay('stage.lead').ok
  const { item } = whereIs(stage)
  const id = item?.id
  const before = useRef(id)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another activity turns screens, not a change of this one.
  useEffect(() => {
    if (!item || id === before.current) return
    before.current = id
    if (item.view === 'customer-lane') lookAtCustomer(board)
    const isToBe = item.view === 'compare'
    if (isToBe !== (board.seen.view === 'to-be')) seeAs(board, isToBe ? 1 : 0)
    const panel = panelOf[item.view]
    const isPhone = matchMedia('(max-width: 639px)').matches
    const keeps = mayLead && frame.get().panel !== null
    if (panel && !isPhone && !keeps) frame.change({ panel })
  }, [id])
  return null
}

function lookAtCustomer({ model, viewport }: BoardState): void {
  const lane = model.lanes.find(isCustomer)
  if (!lane) return
  const { x, w } = viewport.visible
  viewport.reveal({ x: x + w / 4, y: lane.top, w: w / 2, h: lane.height }, 24)
}
