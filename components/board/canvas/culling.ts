import { ValueStore } from '#components/ui/store.ts'
import { type Box, encloses, expand, intersects } from '#lib/geometry/box.ts'
import type { BoardState } from '../state/board-state.ts'

/** What part of the board is in the DOM now. */
export interface NotesInView {
  /** `near`: cards that can be read and focused; `far`: a picture on a canvas. */
  readonly mode: 'near' | 'far'
  readonly notes: readonly string[]
  readonly links: readonly string[]
  /** Board px that the cards cover; beyond it the canvas shows the board until the camera rests. */
  readonly region: Box
}

/** Zoom from which text is readable, and below which the canvas replaces the cards. */
const readable = { from: 0.46, below: 0.42 }
/** Largest number of cards in the DOM. */
const mostCards = 420
const nowhere: Box = { x: 0, y: 0, w: 0, h: 0 }

/**
 * Decides which notes and links are cards in the DOM: those visible and in a margin around. Called at every camera
 * move; it changes something only when the camera has left the region, and during a zoom only when the camera rests.
 */
export class Culling extends ValueStore<NotesInView> {
  readonly #board: BoardState
  readonly #stops: (() => void)[]
  #zoom: number
  #frame: number | null = null

  constructor(board: BoardState) {
    super({ mode: 'far', notes: [], links: [], region: nowhere })
    this.#board = board
    this.#zoom = board.viewport.get().zoom
    const changed = (areas: readonly Box[]) => {
      if (this.get().mode === 'near' && areas.some(area => intersects(area, this.get().region))) this.#soon()
    }
    this.#stops = [
      board.viewport.subscribe(this.#moved),
      board.viewport.onSettled(this.#settled),
      board.index.subscribe(changed),
      board.links.subscribe(changed),
      board.editing.subscribe(() => this.#soon()),
    ]
  }

  /** Whether the canvas must show notes that have no card. */
  get needsPicture(): boolean {
    if (this.get().mode === 'far') return true
    return this.#board.viewport.get().zoom !== this.#zoom && !this.#covered
  }
  get #covered(): boolean {
    const { mode, region } = this.get()
    return mode === 'near' && encloses(region, this.#board.viewport.visible)
  }
  destroy(): void {
    for (const stop of this.#stops) stop()
    if (this.#frame !== null) cancelAnimationFrame(this.#frame)
  }

  #moved = (): void => {
    const { zoom } = this.#board.viewport.get()
    const zooming = zoom !== this.#zoom
    if (this.get().mode === 'near' && zoom < readable.below) {
      this.set({ ...this.get(), mode: 'far' })
      return
    }
    if (this.get().mode === 'near' && !zooming && !encloses(this.get().region, this.#board.viewport.visible))
      this.#soon()
  }
  #settled = (): void => {
    this.#zoom = this.#board.viewport.get().zoom
    if (!this.#covered) this.#cull()
  }
  #soon(): void {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = null
      if (this.#board.viewport.get().zoom === this.#zoom) this.#cull()
    })
  }

  #cull(): void {
    const { viewport, index, links, model, editing } = this.#board
    const { visible } = viewport
    const { zoom } = viewport.get()
    if (visible.w <= 0) return
    const limit = this.get().mode === 'near' ? readable.below : readable.from
    const margin = Math.min(visible.w, visible.h) * 0.45
    const wide = expand(visible, margin)
    const inSight = zoom < limit ? null : index.within(visible)
    if (!inSight || inSight.length > mostCards) {
      links.lookAt(null)
      if (this.get().mode === 'far' && this.get().notes.length === 0) return
      this.set({ mode: 'far', notes: [], links: [], region: nowhere })
      return
    }
    const around = index.within(wide)
    const [notes, region] = around.length <= mostCards * 1.5 ? [around, wide] : [inSight, visible]
    const lanes = new Map(model.lanes.map((lane, at) => [lane.id, at]))
    const order = (lane: string | null) => (lane === null ? lanes.size : (lanes.get(lane) ?? lanes.size))
    const known = new Set(this.get().notes)
    // The cards' order in the document stays while the same ones are shown: moving a card would take its focus away.
    const same = this.get().mode === 'near' && notes.length === known.size && notes.every(note => known.has(note.id))
    const ids = same
      ? this.get().notes
      : notes.sort((a, b) => order(a.lane) - order(b.lane) || a.x - b.x || (a.id < b.id ? -1 : 1)).map(note => note.id)
    const editedId = editing.get()?.root === 'notes' ? editing.get()?.id : undefined
    const withEdited = editedId && index.has(editedId) && !ids.includes(editedId) ? [...ids, editedId] : ids
    links.lookAt(region)
    const linkIds = links.within(region).sort()
    links.want(linkIds)
    const before = this.get()
    const sameLinks = linkIds.length === before.links.length && linkIds.every((id, at) => id === before.links[at])
    if (before.mode === 'near' && withEdited === before.notes && sameLinks && encloses(before.region, visible)) return
    this.set({ mode: 'near', notes: withEdited, links: sameLinks ? before.links : linkIds, region })
  }

  /** Recomputes at once: after the wall got its first size. */
  refresh(): void {
    this.#zoom = this.#board.viewport.get().zoom
    this.#cull()
  }
}
