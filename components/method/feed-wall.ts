import type { BoardState } from '#components/board/state/board-state.ts'
import { whenIdle } from '#components/board/state/idle.ts'
import { everything, type Lens } from '#components/board/state/spatial-index.ts'
import type { Fate } from '#components/board/state/version-view.ts'
import type { Link, Note } from '#lib/board/snapshot.ts'
import type { Analysis, BothViews } from '#lib/method/analysis.ts'
import { type Once, once, type Parts } from '#lib/method/parts.ts'
import { inIdleTime, slice } from './idle-parts.ts'
import { changesBetween, type Marks, marksOf } from './marks.ts'
import type { MethodStore } from './method-store.ts'
import { pointsAsked } from './points-asked.ts'

function fatesOf({ toBe }: BothViews): Map<string, Fate> {
  const fates = new Map<string, Fate>()
  for (const id of toBe.projection.eliminated) fates.set(id, { kind: 'eliminated' })
  for (const id of toBe.projection.improved) {
    const text = toBe.projection.notes.get(id)?.text
    fates.set(id, text === undefined ? { kind: 'improved' } : { kind: 'improved', text })
  }
  for (const id of toBe.projection.added) fates.set(id, { kind: 'added' })
  return fates
}

function lensOf(view: 'as-is' | 'to-be'): Lens {
  const shows = ({ version, verdict }: Note | Link) =>
    view === 'as-is' ? version !== 'to-be' : version !== 'as-is' && verdict !== 'eliminate'
  return { id: view, shows, showsLink: shows }
}
const lenses = { asIs: lensOf('as-is'), toBe: lensOf('to-be') }

/** Returns what the wall shows at a slider position: each end without the other's own notes, in between both. */
const lensAt = (seen: number): Lens => (seen <= 0 ? lenses.asIs : seen >= 1 ? lenses.toBe : everything)

/** The stamps of each analysis, computed once. */
const made = { all: new WeakMap<Analysis, Once<Marks>>(), silent: new WeakMap<Analysis, Once<Marks>>() }
function marksFor(analysis: Analysis, silent: boolean): Once<Marks> {
  const memory = silent ? made.silent : made.all
  const known = memory.get(analysis) ?? once(() => marksOf(analysis, silent))
  memory.set(analysis, known)
  return known
}

/** Visible cards that are stamped at once: each is re-rendered. */
const atOnce = 12

/**
 * Keeps stamps, fates and the visible notes up to date with the method and the slider: at once when the slider moves,
 * in idle time and a few cards at a time when the board changes. Returns the function that stops it.
 */
export function feedWall(board: BoardState, method: MethodStore): () => void {
  let callOff = () => {}
  let lens: Lens = everything
  const viewOf = ({ asIs, toBe }: BothViews) => (board.seen.view === 'as-is' ? asIs : toBe)
  const look = () => {
    const next = lensAt(board.seen.get())
    if (next === lens) return
    lens = next
    board.index.setLens(lens)
    board.selection.keepOnly({ note: board.index.has, link: id => board.links.has(id), lane: () => true })
  }
  let stamped: Analysis | null = null
  // What nobody has confirmed disturbs while something else is done, unless somebody looks for it.
  const isSilent = () => !board.access.get().phase.rights.marks && pointsAsked.get() === 0
  let silent = isSilent()
  const stampAll = () => {
    callOff()
    stamped = viewOf(method.get())
    board.seen.setFates(fatesOf(method.get()))
    board.marks.set('method', marksFor(stamped, silent)())
  }
  const slid = () => {
    if (stamped !== null && stamped !== viewOf(method.get())) stampAll()
    look()
  }
  function* changing(): Parts<() => void> {
    const now = method.get()
    const analysis = viewOf(now)
    const marks = yield* marksFor(analysis, silent).inParts()
    const changes = yield* changesBetween(board.marks.shownBy('method'), marks)
    // The other view's stamps, for when the slider moves.
    yield* marksFor(analysis === now.asIs ? now.toBe : now.asIs, silent).inParts()
    return () => {
      if (analysis !== viewOf(now)) return follow()
      stamped = analysis
      board.seen.setFates(fatesOf(now))
      stamp(changes)
    }
  }
  /** Invisible entities are stamped at once. */
  const stamp = (changes: Marks) => {
    const seen = [...changes].filter(([id]) => board.marks.isWatched(id))
    const ids = new Set(seen.map(([id]) => id))
    board.marks.change('method', new Map([...changes].filter(([id]) => !ids.has(id))))
    const next = () => {
      board.marks.change('method', new Map(seen.splice(0, atOnce)))
      if (seen.length > 0) callOff = whenIdle(next, slice.within)
    }
    next()
  }
  const follow = () => {
    callOff()
    callOff = inIdleTime(changing(), show => show())
  }
  look()
  if (method.get().version >= 0) stampAll()
  else follow()
  const asked = () => {
    if (silent === isSilent()) return
    silent = isSilent()
    follow()
  }
  const stops = [
    method.subscribe(follow),
    board.seen.subscribe(slid),
    pointsAsked.subscribe(asked),
    board.access.subscribe(asked),
  ]
  return () => {
    for (const stop of stops) stop()
    callOff()
    board.marks.set('method', new Map())
    board.index.setLens(everything)
  }
}
