/**
 * tldraw, with the notes and links of `window.wall`, behind the same small interface as the other boards:
 * `bench.ready`, `bench.look({x, y, w, h})`, `bench.move(id, x, y)` as a remote change, `bench.at(id)` in px of the page.
 */
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { createShapeId, Tldraw, toRichText } from 'tldraw'
import 'tldraw/tldraw.css'

const { notes, links } = window.wall
const colours = ['yellow', 'light-red', 'light-blue', 'light-green', 'light-violet', 'orange']
const idOf = id => createShapeId(id)

function mounted(editor) {
  editor.user.updateUserPreferences({ animationSpeed: 0 })
  const place = new Map(notes.map(note => [note.id, note]))
  editor.run(
    () => {
      editor.createShapes(
        notes.map((note, i) => ({
          id: idOf(note.id),
          type: 'geo',
          x: note.x,
          y: note.y,
          props: {
            geo: 'rectangle',
            w: note.w,
            h: note.h,
            fill: 'solid',
            color: colours[i % colours.length],
            size: 's',
            richText: toRichText(note.text),
          },
        })),
      )
      editor.createShapes(
        links.map((link, i) => {
          const [from, to] = [place.get(link.from), place.get(link.to)]
          const start = { x: from.x + from.w, y: from.y + from.h / 2 }
          const end = { x: to.x, y: to.y + to.h / 2 }
          return {
            id: idOf(`link${i}`),
            type: 'arrow',
            x: start.x,
            y: start.y,
            props: { start: { x: 0, y: 0 }, end: { x: end.x - start.x, y: end.y - start.y } },
          }
        }),
      )
      editor.createBindings(
        links.flatMap((link, i) =>
          ['start', 'end'].map(terminal => ({
            type: 'arrow',
            fromId: idOf(`link${i}`),
            toId: idOf(terminal === 'start' ? link.from : link.to),
            props: { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isExact: false, isPrecise: false },
          })),
        ),
      )
    },
    { history: 'ignore' },
  )
  window.bench = {
    look: ({ x, y, w, h }) => editor.zoomToBounds({ x, y, w, h }, { immediate: true, inset: 0 }),
    move: (id, x, y) =>
      editor.store.mergeRemoteChanges(() => editor.store.update(idOf(id), shape => ({ ...shape, x, y }))),
    at: id => {
      const bounds = editor.getShapePageBounds(idOf(id))
      const { x, y } = editor.pageToScreen(bounds.center)
      return { x, y }
    },
    select: () => editor.selectNone(),
  }
}

createRoot(document.getElementById('root')).render(
  createElement(Tldraw, { onMount: mounted, options: { maxShapesPerPage: 200_000 } }),
)
