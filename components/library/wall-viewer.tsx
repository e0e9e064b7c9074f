'use client'
import { Maximize, Minus, Plus } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, useCallback, useEffect, useRef, useState } from 'react'
import { drawnWall } from '#components/report/drawing.tsx'
import { Button } from '#components/ui/button.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'

interface View {
  x: number
  y: number
  zoom: number
}
/** px that an arrow key moves the picture. */
const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [60, 0],
  ArrowRight: [-60, 0],
  ArrowUp: [0, 60],
  ArrowDown: [0, -60],
}
const clamp = (zoom: number) => Math.min(4, Math.max(0.05, zoom))

/** A wall to look at: drag or arrows to move, wheel with Ctrl, pinch or buttons to zoom. A finger still scrolls the page up and down. */
export function WallViewer({ asIs, toBe, title }: { asIs: string; toBe: string; title: string }) {
  const frame = useRef<HTMLElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const view = useRef<View>({ x: 0, y: 0, zoom: 1 })
  const pointers = useRef(new Map<number, { x: number; y: number }>())
  const [shown, setShown] = useState<'as-is' | 'to-be'>('as-is')
  const [percent, setPercent] = useState(100)
  const [, w, h] = /^<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(asIs) ?? []
  const shape = `${w ?? 2} / ${h ?? 1}`

  const apply = useCallback((next: View) => {
    view.current = next
    if (sheet.current) sheet.current.style.transform = `translate(${next.x}px,${next.y}px) scale(${next.zoom})`
    setPercent(Math.round(next.zoom * 100))
  }, [])
  const showAll = useCallback(() => {
    const [box, svg] = [frame.current?.getBoundingClientRect(), sheet.current?.querySelector('svg')]
    if (!box || !svg) return
    const [w, h] = [svg.width.baseVal.value, svg.height.baseVal.value]
    const zoom = clamp(Math.min(box.width / w, box.height / h))
    apply({ x: (box.width - w * zoom) / 2, y: Math.max(0, (box.height - h * zoom) / 2), zoom })
  }, [apply])
  const zoomBy = useCallback(
    (factor: number, at?: { x: number; y: number }) => {
      const box = frame.current?.getBoundingClientRect()
      const { x, y, zoom } = view.current
      const centre = at ?? { x: (box?.width ?? 0) / 2, y: (box?.height ?? 0) / 2 }
      const next = clamp(zoom * factor)
      const by = next / zoom
      apply({ x: centre.x - (centre.x - x) * by, y: centre.y - (centre.y - y) * by, zoom: next })
    },
    [apply],
  )
  useEffect(() => {
    showAll()
    const element = frame.current
    if (!element) return
    const wheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      const box = element.getBoundingClientRect()
      zoomBy(Math.exp(-event.deltaY / 300), { x: event.clientX - box.left, y: event.clientY - box.top })
    }
    element.addEventListener('wheel', wheel, { passive: false })
    return () => element.removeEventListener('wheel', wheel)
  }, [showAll, zoomBy])

  const move = (event: PointerEvent) => {
    const before = pointers.current.get(event.pointerId)
    if (!before) return
    const others = [...pointers.current].filter(([id]) => id !== event.pointerId).map(([, at]) => at)
    const now = { x: event.clientX, y: event.clientY }
    pointers.current.set(event.pointerId, now)
    const other = others[0]
    if (other) {
      const box = frame.current?.getBoundingClientRect()
      const was = Math.hypot(before.x - other.x, before.y - other.y) || 1
      const is = Math.hypot(now.x - other.x, now.y - other.y)
      zoomBy(is / was, { x: (now.x + other.x) / 2 - (box?.left ?? 0), y: (now.y + other.y) / 2 - (box?.top ?? 0) })
    } else apply({ ...view.current, x: view.current.x + now.x - before.x, y: view.current.y + now.y - before.y })
  }
  const keys = (event: KeyboardEvent) => {
    const [dx, dy] = arrows[event.key] ?? [0, 0]
    const act = {
      '+': () => zoomBy(1.25),
      '-': () => zoomBy(0.8),
      '0': showAll,
    }[event.key]
    if (!act && dx === 0 && dy === 0) return
    event.preventDefault()
    if (act) act()
    else apply({ ...view.current, x: view.current.x + dx, y: view.current.y + dy })
  }
  return (
    <section aria-label={`The wall of ${title}`} className="overflow-hidden rounded-md border border-line bg-wall">
      <div className="flex flex-wrap items-center gap-1 border-line border-b bg-paper-0 px-2 py-1.5">
        <fieldset className="mr-auto flex gap-1">
          <legend className="sr-only">Version</legend>
          {(['as-is', 'to-be'] as const).map(version => (
            <Button
              key={version}
              size="sm"
              variant="ghost"
              aria-pressed={shown === version}
              onClick={() => setShown(version)}
            >
              {version === 'as-is' ? 'As it is' : 'As it will be'}
            </Button>
          ))}
        </fieldset>
        <IconButton label="Smaller" size="sm" onClick={() => zoomBy(0.8)}>
          <Minus />
        </IconButton>
        <span className="w-12 text-center text-ink-700 text-xs figures max-sm:hidden">{percent}%</span>
        <IconButton label="Larger" size="sm" onClick={() => zoomBy(1.25)}>
          <Plus />
        </IconButton>
        <IconButton label="All of it" size="sm" onClick={showAll}>
          <Maximize />
        </IconButton>
      </div>
      <section
        ref={frame}
        aria-label={`${title}, ${shown === 'as-is' ? 'as it is' : 'as it will be'}: arrows move it, plus and minus zoom`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: keys move the picture.
        tabIndex={0}
        className="relative max-h-[min(68dvh,44rem)] min-h-56 w-full cursor-grab touch-pan-y overflow-hidden outline-offset-[-3px] active:cursor-grabbing"
        style={{ aspectRatio: shape }}
        onKeyDown={keys}
        onPointerDown={event => {
          pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
          if (event.detail < 2) event.currentTarget.setPointerCapture(event.pointerId)
        }}
        onPointerMove={move}
        onPointerUp={event => pointers.current.delete(event.pointerId)}
        onPointerCancel={event => pointers.current.delete(event.pointerId)}
      >
        <div
          ref={sheet}
          className={`absolute top-0 left-0 origin-top-left [&>svg]:overflow-visible ${drawnWall}`}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by lib/export/svg.ts, in which whatever people wrote is text.
          dangerouslySetInnerHTML={{ __html: shown === 'as-is' ? asIs : toBe }}
        />
      </section>
    </section>
  )
}
