'use client'
import { useMemo } from 'react'
import { useBoard, useBoardVersion, useSelection } from '#components/board/state/board-context.tsx'
import type { Link, Note } from '#lib/board/snapshot.ts'
import type { Analysis } from '#lib/method/analysis.ts'
import type { Target } from '#lib/method/commands/method.ts'
import type { FailurePoint } from '#lib/method/points.ts'
import { readingOrder } from '#lib/method/reading-order.ts'
import { tableRows } from '#lib/method/table.ts'
import { useAnalysis } from './method-context.tsx'

/** A selected note or link, with its analysis. */
export interface Selected {
  target: Target
  entity: Note | Link
  point: FailurePoint | undefined
}

/** Returns the selection, notes before links. */
export function useSelected(): readonly Selected[] {
  const board = useBoard()
  useBoardVersion()
  const { pointOf } = useAnalysis()
  const { notes, links } = useSelection()
  const all: Selected[] = []
  for (const [root, ids] of [['notes', notes] as const, ['links', links] as const])
    for (const id of ids) {
      const entity = board.model[root].get(id)
      if (entity) all.push({ target: { root, id }, entity, point: pointOf.get(id) })
    }
  return all
}

/** Returns the targets before and after one: steps along the flow, or points of failure by number. */
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
