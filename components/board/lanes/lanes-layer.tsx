'use client'
import './lanes.css'
import { type ReactNode, useRef } from 'react'
import { useStorePart } from '#components/ui/store.ts'
import { layoutLanes } from '#lib/board/layout.ts'
import type { Lane } from '#lib/board/snapshot.ts'
import { linesBetween } from '#lib/method/lane-lines.ts'
import { lineNames } from '#lib/method/vocabulary.ts'
import { useCameraEffect } from '../layers/layers.tsx'
import { useBoard, useIsSelected, useLanes } from '../state/board-context.tsx'
import { LaneHeading } from './lane-heading.tsx'

/** A layer that follows the camera vertically but not horizontally: lanes have no end. */
function Rows({ className, children }: { className: string; children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null)
  const zoomed = useRef(0)
  useCameraEffect(({ y, zoom }) => {
    const element = ref.current
    if (!element) return
    element.style.transform = `translateY(${Math.round(-y * zoom)}px)`
    if (zoomed.current === zoom) return
    zoomed.current = zoom
    element.style.setProperty('--z', String(zoom))
  })
  return (
    <div ref={ref} className={className}>
      {children}
    </div>
  )
}

/** Returns the lanes; one that is being resized has its present height. */
function useShownLanes(): readonly Lane[] {
  const board = useBoard()
  const lanes = useLanes()
  const resized = useStorePart(board.gesture, gesture => gesture.laneHeight ?? null)
  if (!resized) return lanes
  return layoutLanes(lanes.map(lane => (lane.id === resized.id ? { ...lane, height: resized.height } : lane)))
}

/** The lanes' bands on the paper: the customer's lighter sheet on top, pencil lines between the others. */
export function LaneBands() {
  const lanes = useShownLanes()
  const { interaction, visibility } = linesBetween(lanes)
  const sheets = lanes.filter(lane => lane.actor === 'customer')
  const sheetHeight = sheets.reduce((sum, lane) => sum + lane.height, 0)
  return (
    <Rows className="lane-bands">
      {sheets.length > 0 && <div className="customer-sheet" style={{ '--top': 0, '--height': sheetHeight }} />}
      {lanes.map(lane => (
        <Band key={lane.id} lane={lane} />
      ))}
      {interaction !== null && <Line top={interaction} kind="interaction" label={lineNames.interaction} />}
      {visibility !== null && <Line top={visibility} kind="visibility" label={lineNames.visibility} />}
    </Rows>
  )
}

function Band({ lane }: { lane: Lane }) {
  const selected = useIsSelected(lane.id)
  return (
    <div
      className="lane-band"
      data-actor={lane.actor}
      data-selected={selected || undefined}
      style={{ '--top': lane.top, '--height': lane.height }}
    >
      <div className="lane-edge" data-hit={`lane-edge:${lane.id}`} />
    </div>
  )
}

function Line({ top, kind, label }: { top: number; kind: 'interaction' | 'visibility'; label: string }) {
  return (
    <div className="lane-line" data-line={kind} style={{ '--top': top }}>
      <span>{label}</span>
    </div>
  )
}

/** The lanes' names on tape at the left, always in sight, over the notes. */
export function LaneHeadings() {
  const board = useBoard()
  const lanes = useShownLanes()
  const dragged = useStorePart(board.gesture, gesture => gesture.lane ?? null)
  return (
    <Rows className="lane-headings">
      {lanes.map(lane => (
        <LaneHeading key={lane.id} lane={lane} shift={dragged?.id === lane.id ? dragged.shift : 0} />
      ))}
      {dragged && <div className="lane-target" style={{ '--top': dragged.to }} />}
    </Rows>
  )
}
