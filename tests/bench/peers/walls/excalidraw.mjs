/** Excalidraw, with the notes and links of `window.wall`, behind the same small interface as the other boards. */
import { convertToExcalidrawElements, Excalidraw } from '@excalidraw/excalidraw'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import '@excalidraw/excalidraw/index.css'

const { notes, links } = window.wall
const colours = ['#ffec99', '#ffc9c9', '#a5d8ff', '#b2f2bb', '#d0bfff', '#ffd8a8']
const place = new Map(notes.map(note => [note.id, note]))

const elements = convertToExcalidrawElements(
  [
    ...notes.map((note, i) => ({
      type: 'rectangle',
      id: note.id,
      x: note.x,
      y: note.y,
      width: note.w,
      height: note.h,
      backgroundColor: colours[i % colours.length],
      fillStyle: 'solid',
      label: { text: note.text, fontSize: 16 },
    })),
    ...links.map((link, i) => {
      const [from, to] = [place.get(link.from), place.get(link.to)]
      const [x, y] = [from.x + from.w, from.y + from.h / 2]
      return {
        type: 'arrow',
        id: `link${i}`,
        x,
        y,
        width: to.x - x,
        height: to.y + to.h / 2 - y,
        start: { id: link.from },
        end: { id: link.to },
      }
    }),
  ],
  { regenerateIds: false },
)

function ready(api) {
  const scroll = ({ x, y, w, h }) => {
    const { width, height } = api.getAppState()
    const zoom = Math.min(width / w, height / h, 1)
    api.updateScene({ appState: { zoom: { value: zoom }, scrollX: -x + (width / zoom - w) / 2, scrollY: -y + (height / zoom - h) / 2 } })
  }
  window.bench = {
    look: scroll,
    move: (id, x, y) =>
      api.updateScene({
        elements: api.getSceneElementsIncludingDeleted().map(one => {
          const dragged = one.id === id || one.containerId === id
          if (!dragged) return one
          const label = one.containerId === id
          return { ...one, x: label ? x + 10 : x, y: label ? y + 10 : y, version: one.version + 1, versionNonce: (one.versionNonce * 31 + 7) % 2 ** 31 }
        }),
        captureUpdate: 'NEVER',
      }),
    at: id => {
      const one = api.getSceneElements().find(element => element.id === id)
      const { scrollX, scrollY, zoom, offsetLeft, offsetTop } = api.getAppState()
      return {
        x: (one.x + one.width / 2 + scrollX) * zoom.value + offsetLeft,
        y: (one.y + one.height / 2 + scrollY) * zoom.value + offsetTop,
      }
    },
    select: () => api.updateScene({ appState: { selectedElementIds: {} } }),
  }
}

createRoot(document.getElementById('root')).render(
  createElement(Excalidraw, { initialData: { elements }, excalidrawAPI: ready }),
)
