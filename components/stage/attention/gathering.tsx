'use client'
import { useEffect } from 'react'
import { z } from 'zod'
import { useBoard } from '#components/board/state/board-context.tsx'
import { useCollab } from '#components/collab/collab-context.tsx'
import { toast } from '#components/ui/toast.tsx'
import { useFollow } from '#components/workspace/following.tsx'

const gather = z.object({ rect: z.tuple([z.number(), z.number(), z.number(), z.number()]) })

/** ms of the animation: long enough to see where it leads. */
const glide = 600

/** Follows when a facilitator brings everybody to a part of the wall, and offers to go back. */
export function Gathering() {
  const collab = useCollab()
  const board = useBoard()
  const { stop } = useFollow()
  useEffect(() => {
    let clear: (() => void) | null = null
    return collab.onNotice(notice => {
      if (notice.kind !== 'signal' || notice.signal !== 'gather') return
      const { you, people } = collab.roster.get()
      const { success, data } = gather.safeParse(notice.data)
      if (!success || notice.from === you?.personId) return
      const [x, y, w, h] = data.rect
      const { viewport } = board
      const before = viewport.get()
      stop()
      viewport.animateTo(viewport.cameraFor({ x, y, w, h }, 4, 0), glide)
      const name = people.get(notice.from)?.name ?? 'The facilitator'
      clear?.()
      clear = toast({
        text: `${name} brought you here.`,
        action: { label: 'Return', perform: () => viewport.animateTo(before, glide) },
        duration: 15_000,
      })
    })
  }, [collab, board, stop])
  return null
}
