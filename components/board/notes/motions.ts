import type { Note } from '#lib/board/snapshot.ts'
import { centre } from '#lib/geometry/box.ts'
import type { BoardState } from '../state/board-state.ts'
import { reducedMotion } from '../state/viewport.ts'

/** ms of one motion, ms within which a card has to appear, and the largest number of notes of one change that move. */
const pace = { ms: 160, within: 400, most: 24 } as const
const easing = 'cubic-bezier(.2,.7,.3,1)'
/** px by which a note that is taken off falls, and share of the way from the note that it grew from. */
const [falls, grows] = [14, 0.35]

/** Notes that have come and whose cards are not there yet. */
const coming = new WeakMap<BoardState, Set<string>>()

/**
 * Notes grow out of the step before, arrive on the wall and leave it, so that one sees where they came from or went. By
 * the browser's own animations: nothing is rendered for it. Returns the function that stops it.
 */
export function attachMotions(board: BoardState): () => void {
  const { model } = board
  const known = new Set(model.notes.keys())
  const arriving = new Set<string>()
  coming.set(board, arriving)
  const stop = model.subscribe(({ changes }) => {
    const came: string[] = []
    const went: string[] = []
    for (const id of changes.get('notes') ?? []) {
      const [was, is] = [known.has(id), model.notes.has(id)]
      if (is && !was) came.push(id)
      if (was && !is) went.push(id)
      if (is) known.add(id)
      else known.delete(id)
    }
    // A reveal has a motion of its own.
    if (reducedMotion() || changes.has('stage')) return
    if (went.length <= pace.most) for (const id of went) leave(id)
    if (came.length === 0 || came.length > pace.most) return
    for (const id of came) arriving.add(id)
    setTimeout(() => {
      for (const id of came) arriving.delete(id)
    }, pace.within)
  })
  return () => {
    stop()
    coming.delete(board)
  }
}

/** Lets a card that has just been put into the page arrive, if its note has just come. */
export function arrive(board: BoardState, note: Note, card: HTMLElement): void {
  if (!coming.get(board)?.delete(note.id)) return
  const from = originOf(board, note)
  const { x, y } = centre(note)
  const shift = from ? `${(from.x - x) * grows}px ${(from.y - y) * grows}px` : '0 0'
  card.animate([{ opacity: 0, translate: shift, scale: 0.92 }, {}], { duration: pace.ms, easing })
}

/** The middle of the step that a note grew from: the only one linked to it. */
function originOf(board: BoardState, { id }: Note) {
  const links = [...board.links.of(id)].map(link => board.model.links.get(link))
  const [only] = links
  const from = links.length === 1 && only?.to === id ? board.model.notes.get(only.from) : undefined
  return from ? centre(from) : null
}

/** A picture of the card falls from the wall; the card itself is gone. */
function leave(id: string): void {
  const card = document.getElementById(`note-${id}`)
  if (!card?.parentElement) return
  const picture = card.cloneNode(true) as HTMLElement
  for (const name of ['id', 'role', 'data-note', 'data-selected', 'aria-label']) picture.removeAttribute(name)
  picture.setAttribute('aria-hidden', 'true')
  picture.inert = true
  card.parentElement.append(picture)
  const motion = picture.animate([{}, { opacity: 0, translate: `0 ${falls}px` }], { duration: pace.ms, easing })
  const end = () => picture.remove()
  motion.finished.then(end, end)
}
