'use client'
import { useEffect, useRef } from 'react'
import { useBoard, useMay } from '#components/board/state/board-context.tsx'
import type { BoardState } from '#components/board/state/board-state.ts'
import { emotionShown } from '#components/method/on-wall/emotion-shown.ts'
import { seeAs } from '#components/method/on-wall/see-as.ts'
import { isPhone } from '#components/ui/phone.ts'
import { useFrameStore } from '#components/workspace/frame-state.ts'
import { knownActivity } from '#lib/facilitation/agendas.ts'
import type { ActivityView, AgendaItem } from '#lib/facilitation/define.ts'
import { isCustomer } from '#lib/method/customer-lane.ts'
import { useStage } from '../state/use-stage.ts'
import { whereIs } from '../state/where.ts'

/** The panel for each view of an activity; beside the wall, so not on a phone. */
const panelOf: Partial<Record<ActivityView, string>> = {
  outcome: 'outcome',
  failures: 'failures',
  actions: 'verdicts',
}

/** Where everybody writes, rates, votes or decides in this activity; null: on the wall. */
const writesIn = (item: AgendaItem): string | null => {
  const page = knownActivity(item)?.now
  return item.rights.private || page === 'verdict' || page === 'feelings' ? 'now' : page === 'vote' ? 'voting' : null
}

/**
 * When everybody moves to another activity, opens what it needs and takes away what the one before opened. A latecomer
 * finds the same. Whoever leads keeps a panel of their own, except where everybody writes or votes.
 */
export function OpenActivityPanel() {
  const stage = useStage()
  const board = useBoard()
  const frame = useFrameStore()
  const mayLead = useMay('stage.lead').ok
  const { item } = whereIs(stage)
  const id = item?.id
  /** undefined: nothing has been looked at yet. */
  const before = useRef<string | null | undefined>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another activity turns screens, not a change of this one.
  useEffect(() => {
    const isFirst = before.current === undefined
    if ((id ?? null) === before.current) return
    before.current = id ?? null
    emotionShown.follow(item !== null && knownActivity(item)?.now === 'feelings')
    if (item) {
      const isToBe = item.view === 'compare'
      if (isToBe !== (board.seen.view === 'to-be')) seeAs(board, isToBe ? 1 : 0)
    }
    // After a reload the panel is as it was.
    if (isFirst && frame.seenBefore) return
    if (item?.view === 'customer-lane') lookAtCustomer(board)
    const needed = item ? writesIn(item) : null
    const { by, panel } = frame.get()
    const keeps = mayLead && by === 'me' && panel !== null
    frame.turnTo(needed ?? (isPhone() || keeps || !item ? null : (panelOf[item.view] ?? null)))
  }, [id])
  // Notes go to the inbox first: where they are written opens for who writes them.
  const writesToInbox = stage.inbox && !mayLead
  useEffect(() => {
    if (writesToInbox) frame.turnTo('now')
  }, [writesToInbox, frame])
  return null
}

function lookAtCustomer({ model, viewport }: BoardState): void {
  const lane = model.lanes.find(isCustomer)
  if (!lane) return
  const { x, w } = viewport.visible
  viewport.reveal({ x: x + w / 4, y: lane.top, w: w / 2, h: lane.height }, 24)
}
