import type { BoardState } from '#components/board/state/board-state.ts'
import type { Companion } from '#components/board/state/decorations.ts'
import { type PresenceState, presenceLimits } from '#lib/protocol/presence.ts'
import { watchAway } from './away.ts'
import type { Presence } from './presence.ts'

const { round } = Math

/**
 * Sends this tab's selection, drags, editing and view to others, and shows theirs on the board's notes. Returns the
 * function that stops it.
 */
export function sharePresence(board: BoardState, presence: Presence): () => void {
  const look = () => {
    const { x, y, w, h } = board.viewport.visible
    presence.show({ viewport: [round(x), round(y), round(w), round(h)] })
  }
  const stops = [
    board.selection.subscribe(() => {
      const { notes, links } = board.selection.get()
      presence.show({ selection: [...notes, ...links].slice(0, presenceLimits.selection) })
    }),
    board.editing.subscribe(() => presence.show({ editing: board.editing.get()?.id ?? null })),
    board.previews.subscribe(() => {
      const drag = [...board.previews.own]
        .slice(0, presenceLimits.drag)
        .map(([id, { x, y, w, h }]): PresenceState['drag'][number] => [id, round(x), round(y), round(w), round(h)])
      if (drag.length > 0 || presence.mine.drag.length > 0) presence.show({ drag })
    }),
    board.viewport.subscribe(look),
    presence.others.subscribe(() => receive(board, presence)),
    watchAway(document, away => presence.show({ away })),
  ]
  receive(board, presence)
  return () => {
    for (const stop of stops) stop()
  }
}

/** Shows others' gestures as previews, and their selections and edits as companions of notes. */
function receive(board: BoardState, presence: Presence): void {
  const dragged = presence.dragged()
  if (dragged.size > 0 || board.previews.others.size > 0) board.previews.setOthers(dragged)
  const companions = new Map<string, Companion[]>()
  for (const { person, state } of presence.others.get()) {
    const at = new Set(state.selection)
    if (state.editing !== null) at.add(state.editing)
    for (const id of at) {
      const companion = { personId: person.id, name: person.name, colour: person.colour, editing: id === state.editing }
      companions.set(id, [...(companions.get(id) ?? []), companion])
    }
  }
  board.companions.set('presence', companions)
}
