'use client'
import { useEffect } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import type { BoardState } from '#components/board/state/board-state.ts'
import { toast } from '#components/ui/toast.tsx'
import type { Note } from '#lib/board/snapshot.ts'
import { around } from '#lib/geometry/box.ts'
import { stageOn } from '../state/use-stage.ts'

/** ms of one note's arrival, from one to the next, and of all together. */
const pace = { one: 200, next: 70, all: 1_800 }

/** The moment of a reveal: everybody's look goes there, and the private notes come to the wall one after another. */
export function RevealArrival() {
  const board = useBoard()
  useEffect(() => watchReveals(board), [board])
  return null
}

/** A reveal is notes that appear in the same transaction in which the stage counts one round more. Returns its end. */
function watchReveals(board: BoardState): () => void {
  const { model } = board
  const known = new Set(model.notes.keys())
  let rounds = JSON.stringify(stageOn(board).rounds)
  let fresh: string[] = []
  let looking = false
  const look = () => {
    looking = false
    const now = JSON.stringify(stageOn(board).rounds)
    const notes = fresh.flatMap(id => model.notes.get(id) ?? [])
    fresh = []
    if (now === rounds) return
    rounds = now
    if (notes.length > 0) arrive(board, notes)
  }
  const stop = model.subscribe(({ changes }) => {
    for (const id of changes.get('notes') ?? [])
      if (!known.has(id) && model.notes.has(id)) {
        known.add(id)
        fresh.push(id)
      }
    // Both roots have been told of their part of the transaction by then, and nothing has been painted.
    if (!looking) queueMicrotask(look)
    looking = true
  })
  return () => {
    stop()
    document.getElementById(styleId)?.remove()
  }
}

const words = (count: number) => (count === 1 ? '1 private note' : `${count} private notes`)

function arrive(board: BoardState, notes: readonly Note[]): void {
  const onWall = notes.filter(note => note.place === 'wall')
  const box = around(onWall)
  if (!box) {
    toast({ text: `${words(notes.length)} went to the inbox.` })
    return
  }
  board.announce(`${words(notes.length)} revealed.`)
  const goThere = () => board.viewport.animateTo(board.viewport.cameraFor(box, 1, 96))
  if (board.editing.get() === null) goThere()
  else toast({ text: `${words(notes.length)} revealed.`, action: { label: 'Go there', perform: goThere } })
  animate(onWall)
}

const styleId = 'notes-that-arrive'

/** Cards are found by id, so that none of them renders for it; a rule that outlives its animation changes nothing. */
function animate(notes: readonly Note[]): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
  const next = Math.min(pace.next, pace.all / notes.length)
  const inOrder = [...notes].sort((a, b) => a.y - b.y || a.x - b.x)
  const rules = inOrder.map(
    ({ id }, at) =>
      `#note-${CSS.escape(id)}{animation:note-arrives ${pace.one}ms cubic-bezier(.2,.7,.3,1) ${Math.round(at * next)}ms backwards}`,
  )
  const style = document.getElementById(styleId) ?? document.createElement('style')
  style.id = styleId
  style.textContent = rules.join('\n')
  document.head.append(style)
  setTimeout(() => style.remove(), pace.one + notes.length * next + 500)
}
