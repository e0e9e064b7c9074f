import { useRef } from 'react'
import { useCameraEffect } from '#components/board/layers/layers.tsx'
import { useBoard, useBoardVersion, useMay } from '#components/board/state/board-context.tsx'
import { isCustomer } from '#lib/method/customer-lane.ts'

/** A hint on the paper as long as there are no notes: in the customer's lane, where people begin. */
export function EmptyHint() {
  const { model } = useBoard()
  useBoardVersion()
  return model.notes.size > 0 ? null : <Hint />
}

function Hint() {
  const { model, viewport } = useBoard()
  const ref = useRef<HTMLDivElement>(null)
  const may = useMay('note.add', { own: true, locked: false })
  const lane = model.lanes.find(isCustomer)
  useCameraEffect(() => {
    if (!ref.current) return
    const { y } = lane ? viewport.toScreen({ x: 0, y: lane.top + lane.height / 2 }) : { y: viewport.size.h / 2 }
    ref.current.style.top = `${y}px`
  })
  return (
    <div
      ref={ref}
      className="-translate-x-1/2 -translate-y-1/2 -rotate-1 pointer-events-none absolute left-1/2 w-max max-w-[80%] text-center font-note text-lg text-wall-ink/80"
    >
      {may.ok ? (
        <>
          <p className="text-xl">Begin with the customer.</p>
          <p className="hidden pointer-fine:block">
            Double-click a lane for a step, or press S. Drag from a step’s edge to the next one.
          </p>
          <p className="pointer-fine:hidden">Tap Note below, then the paper. What does the customer do first?</p>
        </>
      ) : (
        <p className="text-xl">The wall is still empty.</p>
      )}
    </div>
  )
}
