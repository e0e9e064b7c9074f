'use client'
import { useEffect, useRef } from 'react'
import { useBoard, useMay } from '#components/board/state/board-context.tsx'
import type { BoardState } from '#components/board/state/board-state.ts'
import { seeAs } from '#components/method/on-wall/see-as.ts'
import { useFrameStore } from '#components/workspace/frame-state.ts'
import type { ActivityView } from '#lib/facilitation/define.ts'
import { isCustomer } from '#lib/method/customer-lane.ts'
import { useStage } from '../state/use-stage.ts'
import { whereIs } from '../state/where.ts'

/**
 * The panel for each activity view; beside the wall, so not on a phone. The facilitator of a vote opens it in the
 * voting panel.
 */
const panelOf: Partial<Record<ActivityView, string>> = {
  outcome: 'outcome',
  failures: 'failures',
  verdicts: 'verdicts',
  actions: 'verdicts',
}

/** Panels that an earlier activity may have opened; the facilitator's are closed with it. */
const turning = new Set([...Object.values(panelOf), 'voting'])

/**
 * When everybody moves to another activity, opens the panel that it needs. The facilitator keeps a panel of their own,
 * such as the agenda.
 */
export function OpenActivityPanel() {
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
    const panel = mayLead && item.activity === 'vote' ? 'voting' : panelOf[item.view]
    const isPhone = matchMedia('(max-width: 639px)').matches
    const open = frame.get().panel
    const keeps = mayLead && open !== null && !turning.has(open)
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
