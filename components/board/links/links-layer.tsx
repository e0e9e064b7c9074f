'use client'
import './links.css'
import { memo, useCallback, useSyncExternalStore } from 'react'
import { useStore, useStorePart } from '#components/ui/store.ts'
import type { Link } from '#lib/board/snapshot.ts'
import { arrowhead, type Route, roundedPath, svgPath } from '#lib/geometry/route.ts'
import type { Culling } from '../canvas/culling.ts'
import { MarkStamp } from '../notes/mark-stamp.tsx'
import { useBoard, useCompanions, useFate, useIsSelected, useLink, useMarks } from '../state/board-context.tsx'
import type { BoardState } from '../state/board-state.ts'

/** The lines of the links in sight, under the notes. */
export function LinksLayer({ culling }: { culling: Culling }) {
  const { links, mode } = useStore(culling)
  return (
    <svg aria-hidden="true" className="links-layer" display={mode === 'far' ? 'none' : undefined}>
      {links.map(id => (
        <LinkLine key={id} id={id} />
      ))}
    </svg>
  )
}

/** What is written and stamped on the links in sight, over the lines. */
export function LinkLabels({ culling }: { culling: Culling }) {
  const { links, mode } = useStore(culling)
  return (
    <div className="link-labels" hidden={mode === 'far'}>
      {links.map(id => (
        <LinkLabel key={id} id={id} />
      ))}
    </div>
  )
}

/** Returns the link's route as shown now; re-renders when it or one of its ends moves. */
function useRoute(link: Link | undefined): Route | null {
  const board = useBoard()
  const { id, from, to } = link ?? { id: '', from: '', to: '' }
  const subscribe = useCallback(
    (changed: () => void) => {
      const stops = [
        board.previews.watch(from, changed),
        board.previews.watch(to, changed),
        board.model.watch('notes', from, changed),
        board.model.watch('notes', to, changed),
        board.links.watch(id, changed),
      ]
      return () => {
        for (const stop of stops) stop()
      }
    },
    [board, id, from, to],
  )
  // The route's key is its course or its dragged ends, so that unchanged routes render nothing.
  const key = () => routeKey(board, id, from, to)
  const shown = useSyncExternalStore(subscribe, key, key)
  return link && shown ? board.links.shownRoute(link, board.previews) : null
}

function routeKey(board: BoardState, id: string, from: string, to: string): string {
  const route = board.links.route(id)
  if (!route) return ''
  if (!board.previews.of(from) && !board.previews.of(to))
    return `${route.label.x},${route.label.y};${route.points.map(({ x, y }) => `${x},${y}`).join()}`
  const a = board.previews.of(from) ?? board.model.notes.get(from)
  const b = board.previews.of(to) ?? board.model.notes.get(to)
  return a && b ? `${a.x},${a.y},${a.w},${a.h},${b.x},${b.y},${b.w},${b.h}` : ''
}

const LinkLine = memo(function LinkLine({ id }: { id: string }) {
  const link = useLink(id)
  const route = useRoute(link)
  const selected = useIsSelected(id)
  const companion = useCompanions(id)[0]
  const fate = useFate(id)
  if (!route) return null
  return (
    <LinkShape
      route={route}
      className="link"
      data-fate={fate?.kind}
      data-selected={selected || undefined}
      style={companion ? { '--companion': companion.colour } : undefined}
    />
  )
})

/** A line with its arrowhead. */
export function LinkShape({ route, ...rest }: { route: Route } & React.SVGProps<SVGGElement>) {
  const [tip, left, right] = arrowhead(route.points)
  const middle = { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 }
  const line = [...route.points.slice(0, -1), middle]
  return (
    <g {...rest}>
      <path className="link-line" d={svgPath(roundedPath(line))} />
      <path className="link-head" d={`M${tip.x} ${tip.y}L${left.x} ${left.y}L${right.x} ${right.y}Z`} />
    </g>
  )
}

const LinkLabel = memo(function LinkLabel({ id }: { id: string }) {
  const board = useBoard()
  const link = useLink(id)
  const route = useRoute(link)
  const marks = useMarks(id)
  const fate = useFate(id)
  const selected = useIsSelected(id)
  const editing = useStorePart(board.editing, now => now?.root === 'links' && now.id === id)
  if (!link || !route || editing || (link.text === '' && marks.length === 0)) return null
  return (
    <div
      className="link-label"
      data-fate={fate?.kind}
      data-selected={selected || undefined}
      style={{ left: route.label.x, top: route.label.y }}
    >
      {marks.map(mark => (
        <MarkStamp key={mark.key} mark={mark} />
      ))}
      {link.text !== '' && <span dir="auto">{link.text}</span>}
    </div>
  )
})
