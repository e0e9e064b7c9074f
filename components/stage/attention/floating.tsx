'use client'
import './attention.css'
import { type CSSProperties, useEffect, useState } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import { useCollab } from '#components/collab/collab-context.tsx'
import { clamp, type Point } from '#lib/geometry/box.ts'
import { reactionOf, type reactions } from './reactions.ts'

/** ms that a reaction floats. */
const life = 2_600
/** Largest number at once, so that a clapping room does not cover the wall. */
const most = 40

interface Afloat {
  key: number
  reaction: (typeof reactions)[number]
  name: string
  colour: string
  at: Point
  /** px to the side. */
  sway: number
}

let count = 0

/** Reactions rise from the pointer or the face of whoever shows them, and are gone. */
export function Floating() {
  const collab = useCollab()
  const board = useBoard()
  const [afloat, setAfloat] = useState<readonly Afloat[]>([])
  useEffect(
    () =>
      collab.onNotice(notice => {
        if (notice.kind !== 'signal' || notice.signal !== 'reaction') return
        const { you, people } = collab.roster.get()
        const [person, reaction] = [people.get(notice.from), reactionOf(notice.data)]
        if (!person || !reaction) return
        const isOwn = person.id === you?.personId
        count += 1
        const one: Afloat = {
          key: count,
          reaction,
          name: isOwn ? 'You' : person.name,
          colour: person.colour,
          at: placeOf(person.id),
          sway: ((count * 37) % 25) - 12,
        }
        setAfloat(list => [...list.slice(1 - most), one])
        setTimeout(() => setAfloat(list => list.filter(each => each !== one)), life)
        if (!isOwn) board.announce(`${person.name}: ${reaction.name}.`)
      }),
    [collab, board],
  )
  return (
    <div aria-hidden className="pointer-events-none fixed inset-0 z-40 overflow-hidden">
      {afloat.map(({ key, reaction: { icon: Icon, id }, name, colour, at, sway }) => (
        <div
          key={key}
          data-reaction={id}
          className="reaction"
          style={{ left: at.x, top: at.y, '--sway': `${sway}px` } as CSSProperties}
        >
          <span
            className="grid size-11 place-items-center rounded-full bg-paper-0 shadow-lift"
            style={{ color: colour }}
          >
            <Icon className="size-6" />
          </span>
          <bdi
            className="max-w-40 truncate rounded-sm px-1.5 py-px text-white text-xs"
            style={{ backgroundColor: colour }}
          >
            {name}
          </bdi>
        </div>
      ))}
    </div>
  )
}

/** Returns where a person appears on this screen: their pointer, their face, or else the bottom of the wall. */
function placeOf(personId: string): Point {
  const id = CSS.escape(personId)
  for (const one of document.querySelectorAll(`[data-cursor="${id}"], [data-face="${id}"], [data-me="${id}"]`)) {
    const { left, top, width, height } = one.getBoundingClientRect()
    const isSeen = left >= 0 && top >= 0 && left < innerWidth && top < innerHeight
    if (isSeen && (width > 0 || one.hasAttribute('data-cursor')))
      return { x: clamp(left + width / 2, 40, innerWidth - 40), y: clamp(top + height, 60, innerHeight - 40) }
  }
  return { x: innerWidth / 2, y: innerHeight - 220 }
}
