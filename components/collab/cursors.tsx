'use client'
import { useEffect, useRef } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import type { BoardState } from '#components/board/state/board-state.ts'
import { readStage } from '#lib/facilitation/stage.ts'
import type { Point } from '#lib/geometry/box.ts'
import { usePresence } from './collab-context.tsx'
import type { Other, Presence } from './presence.ts'

/** ms without movement after which a pointer fades. */
const idle = 8_000
/** Share of the distance to its latest known position that a pointer moves in one frame. */
const pull = 0.35

interface Shown {
  element: HTMLElement
  at: Point
  goal: Point
  movedAt: number
}

/** Others' pointers with their names, on one layer that moves by transforms and renders no component. */
export function Cursors() {
  const board = useBoard()
  const presence = usePresence()
  const layer = useRef<HTMLDivElement>(null)
  useEffect(() => (layer.current ? drawCursors(layer.current, board, presence) : undefined), [board, presence])
  return <div ref={layer} aria-hidden className="pointer-events-none absolute inset-0 z-10 overflow-hidden" />
}

function drawCursors(layer: HTMLElement, board: BoardState, presence: Presence): () => void {
  const shown = new Map<string, Shown>()
  let frame: number | null = null

  const wake = () => {
    frame ??= requestAnimationFrame(step)
  }
  const step = (now: number) => {
    frame = null
    const jump = matchMedia('(prefers-reduced-motion: reduce)').matches
    let moving = false
    for (const cursor of shown.values()) {
      const { at, goal } = cursor
      const near = Math.abs(goal.x - at.x) + Math.abs(goal.y - at.y) < 0.5
      cursor.at = near || jump ? goal : { x: at.x + (goal.x - at.x) * pull, y: at.y + (goal.y - at.y) * pull }
      moving ||= cursor.at !== goal
      place(cursor)
      const faded = now - cursor.movedAt > idle
      cursor.element.style.opacity = faded ? '0' : '1'
    }
    if (moving) wake()
  }
  const place = ({ element, at }: Shown) => {
    const { x, y } = board.viewport.toScreen(at)
    element.style.transform = `translate(${x}px, ${y}px)`
  }

  const receive = () => {
    const hidden = readStage(board.model.stage).cursorsHidden
    const here = new Set<string>()
    for (const other of presence.others.get()) {
      const { cursor } = other.state
      if (!cursor || hidden) continue
      here.add(other.person.id)
      const goal = { x: cursor[0], y: cursor[1] }
      const before = shown.get(other.person.id)
      if (before && before.goal.x === goal.x && before.goal.y === goal.y) {
        before.element.dataset.laser = String(other.state.laser)
        continue
      }
      const one = before ?? { element: makeCursor(other), at: goal, goal, movedAt: 0 }
      one.goal = goal
      one.movedAt = performance.now()
      one.element.dataset.laser = String(other.state.laser)
      if (!before) {
        layer.append(one.element)
        shown.set(other.person.id, one)
      }
    }
    for (const [id, { element }] of shown) {
      if (here.has(id)) continue
      element.remove()
      shown.delete(id)
    }
    wake()
  }

  receive()
  const fading = setInterval(wake, idle / 4)
  const stops = [
    presence.others.subscribe(receive),
    board.model.subscribe(({ changes }) => {
      if (changes.has('stage')) receive()
    }),
    board.viewport.subscribe(() => {
      for (const cursor of shown.values()) place(cursor)
    }),
  ]
  return () => {
    for (const stop of stops) stop()
    clearInterval(fading)
    if (frame !== null) cancelAnimationFrame(frame)
    layer.replaceChildren()
  }
}

const svg = 'http://www.w3.org/2000/svg'

function makeCursor({ person }: Other): HTMLElement {
  const element = document.createElement('div')
  element.dataset.cursor = person.id
  element.className = 'group absolute top-0 left-0 transition-opacity duration-200 will-change-transform'
  const arrow = document.createElementNS(svg, 'svg')
  arrow.setAttribute('viewBox', '0 0 18 22')
  arrow.setAttribute('class', 'h-5 w-4 drop-shadow group-data-[laser=true]:hidden')
  const path = document.createElementNS(svg, 'path')
  path.setAttribute('d', 'M1.5 1.5v16l4.3-4 3 6.6 3-1.4-3-6.4 6-.4z')
  path.setAttribute('fill', person.colour)
  path.setAttribute('stroke', '#fffdf8')
  path.setAttribute('stroke-width', '1.4')
  arrow.append(path)
  const laser = document.createElement('span')
  laser.className =
    '-top-2 -left-2 absolute hidden size-4 rounded-full ring-6 ring-current/30 group-data-[laser=true]:block'
  laser.style.backgroundColor = person.colour
  laser.style.color = person.colour
  const name = document.createElement('bdi')
  name.className = 'absolute top-4 left-3 max-w-40 truncate rounded-sm px-1.5 py-px text-white text-xs'
  name.style.backgroundColor = person.colour
  name.textContent = person.name
  element.append(arrow, laser, name)
  return element
}
