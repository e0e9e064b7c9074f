'use client'
import { useMemo } from 'react'
import { useBoard, useBoardVersion, useSelection } from '#components/board/state/board-context.tsx'
import type { Target } from '#lib/board/commands/method.ts'
import type { Link, Note } from '#lib/board/snapshot.ts'
import type { Analysis } from '#lib/method/analysis.ts'
import type { Point } from '#lib/method/points.ts'
import { readingOrder } from '#lib/method/reading-order.ts'
import { tableRows } from '#lib/method/table.ts'
import { useAnalysis } from './method-context.tsx'

/** The one note or link that is selected, with all that is known of it. */
export interface Selected {
  target: Target
  entity: Note | Link
  point: Point | undefined
}

export function useSelected(): { one: Selected | null; count: number } {
  const board = useBoard()
  useBoardVersion()
  const { pointOf } = useAnalysis()
  const { notes, links } = useSelection()
  const count = notes.size + links.size
  const [id] = [...notes, ...links]
  if (count !== 1 || id === undefined) return { one: null, count }
  const root = notes.size === 1 ? 'notes' : 'links'
  const entity = board.model[root].get(id)
  return { one: entity ? { target: { root, id }, entity, point: pointOf.get(id) } : null, count }
}

/** What comes before and after a target: steps along the flow, or points of failure in the order of their numbers. */
export function useNeighbours(target: Target): { before: Target | null; after: Target | null; place: string } {
  const analysis = useAnalysis()
  const steps = useMemo(() => stepsOf(analysis), [analysis])
  const inSteps = steps.findIndex(one => one.root === target.root && one.id === target.id)
  const row = inSteps >= 0 ? steps : analysis.points.map(({ on, id }): Target => ({ root: on, id }))
  const at = inSteps >= 0 ? inSteps : row.findIndex(one => one.root === target.root && one.id === target.id)
  return {
    before: at > 0 ? (row[at - 1] ?? null) : null,
    after: at >= 0 ? (row[at + 1] ?? null) : null,
    place: at >= 0 ? `${at + 1} of ${row.length}` : '',
  }
}

const stepsOf = ({ flow, projection }: Analysis): Target[] =>
  tableRows(flow, readingOrder(projection, flow)).map(({ id }) => ({ root: 'notes', id }))
