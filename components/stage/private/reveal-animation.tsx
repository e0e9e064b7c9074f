'use client'
import { useEffect } from 'react'
import { useBoard } from '#components/board/state/board-context.tsx'
import type { BoardState } from '#components/board/state/board-state.ts'
import { toast } from '#components/ui/toast.tsx'
import type { Note } from '#lib/board/snapshot.ts'
import { around } from '#lib/geometry/box.ts'
import { stageOn } from '../state/use-stage.ts'

/** ms of one note's animation, between two notes, and of all together. */
const pace = { one: 200, next: 70, all: 1_800 }

/** The reveal: everybody's camera goes there, and the private notes appear on the wall one after another. */
export function RevealAnimation() {
  const board = useBoard()
  useEffect(() => watchReveals(board), [board])
  return null
}

/**
 * Detects reveals: notes that appear in the same transaction in which the stage counts one more round. Returns the
 * function that stops it.
 */
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
    if (notes.length > 0) showReveal(board, notes)
  }
  const stop = model.subscribe(({ changes }) => {
    for (const id of changes.get('notes') ?? [])
      if (!known.has(id) && model.notes.has(id)) {
        known.add(id)
        fresh.push(id)
      }
    // By then both roots have processed the transaction, and nothing has been painted.
    if (!looking) queueMicrotask(look)
    looking = true
  })
  return () => {
    stop()
    document.getElementById(styleId)?.remove()
  }
}

const words = (count: number) => (count === 1 ? '1 private note' : `${count} private notes`)

function showReveal(board: BoardState, notes: readonly Note[]): void {
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

/** Finds cards by id, so that none of them re-renders; a style rule that outlives its animation has no effect. */
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
