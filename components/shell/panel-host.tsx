'use client'
import { X } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react'
import { useBoard, useMay } from '#components/board/state/board-context.tsx'
import { useStage } from '#components/stage/state/use-stage.ts'
import { IconButton } from '#components/ui/icon-button.tsx'
import { leaveOnEscape } from '#components/ui/leave-field.ts'
import { isPhone } from '#components/ui/phone.ts'
import { ActionButton } from '#components/workspace/action-controls.tsx'
import { panelWidths, useFrame, useFrameStore } from '#components/workspace/frame-state.ts'
import { clamp } from '#lib/geometry/box.ts'
import { useBackCloses } from './back-closes.ts'
import { useKeepInSight } from './keep-in-sight.ts'
import { useKeptFocus } from './keeps-focus.ts'
import { type Panel, panels, tabOf } from './panels.ts'

/** The one open panel: beside the wall, as wide as it is pulled; over the whole wall on a phone. */
export function PanelHost() {
  const { panel: id, panelWidth } = useFrame()
  const frame = useFrameStore()
  const panel = panels.find(one => one.id === id)
  useEffect(() => {
    if (id !== null && !panel) frame.change({ panel: null })
  }, [id, panel, frame])
  const shown = panel !== undefined
  useKeepInSight(shown && !isPhone())
  useBackCloses(shown, () => frame.change({ panel: null }))
  if (!shown) return null
  return <Open panel={panel} width={panelWidth} />
}

function Open({ panel, width }: { panel: Panel; width: number }) {
  const frame = useFrameStore()
  const host = useRef<HTMLElement>(null)
  useKeptFocus(useBoard(), host)
  const Content = panel.component
  const tab = tabOf(panel.id)
  useEffect(() => {
    if (tab && frame.get().by === 'me') frame.change({ parts: { ...frame.get().parts, [tab.id]: panel.id } })
  }, [frame, tab, panel.id])
  return (
    <aside
      ref={host}
      tabIndex={-1}
      data-slot="panel"
      aria-label={panel.label}
      onKeyDown={event => leaveOnEscape(event, host.current)}
      style={{ '--panel': `${width}px` } as React.CSSProperties}
      className="relative z-20 flex min-w-0 flex-col border-line bg-paper-0 focus-visible:outline-offset-[-2px] max-sm:absolute max-sm:inset-0 sm:w-[min(var(--panel),60vw)] sm:shrink-0 sm:border-l sm:pt-11"
    >
      <Handle width={width} onWidth={width => frame.change({ panelWidth: width })} />
      <header className="flex min-h-11 items-center gap-1 border-line border-b px-2">
        <Parts panel={panel} />
        <IconButton label="Close panel" size="sm" onClick={() => frame.change({ panel: null })}>
          <X />
        </IconButton>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <Content />
      </div>
    </aside>
  )
}

/** The parts of the panel's tab that have something for this person now; a part by itself is only named. */
function Parts({ panel }: { panel: Panel }) {
  const frame = useFrameStore()
  const stage = useStage()
  const leads = useMay('stage.lead').ok
  const tab = tabOf(panel.id)
  const parts = tab?.panels.filter(one => one === panel || (one.when?.(stage, leads) ?? true)) ?? []
  if (parts.length < 2) return <h2 className="min-w-0 flex-1 truncate pl-2 text-base">{panel.label}</h2>
  return (
    <>
      <h2 className="sr-only">{panel.label}</h2>
      <fieldset aria-label="Parts" className="flex min-w-0 flex-1 gap-0.5 overflow-x-auto">
        {parts.map(({ id, label, short }) => (
          <button
            key={id}
            type="button"
            aria-label={label}
            aria-pressed={id === panel.id}
            onClick={() => frame.change({ panel: id })}
            className="h-8 shrink-0 rounded-sm px-2 text-sm hover:bg-ink-900/5 aria-pressed:bg-paper-200 aria-pressed:font-semibold touch:h-11"
          >
            {short}
          </button>
        ))}
        {tab?.beside && (
          <ActionButton action={tab.beside} size="sm" variant="ghost" className="shrink-0 text-sm! font-normal!">
            Table
          </ActionButton>
        )}
      </fieldset>
    </>
  )
}

/** px that an arrow key widens. */
const nudge = 24

function Handle({ width, onWidth }: { width: number; onWidth: (width: number) => void }) {
  const put = (next: number) => onWidth(clamp(Math.round(next), ...panelWidths))
  const onKeyDown = (event: KeyboardEvent) => {
    const way = event.key === 'ArrowLeft' ? 1 : event.key === 'ArrowRight' ? -1 : 0
    if (way === 0) return
    event.preventDefault()
    put(width + way * nudge)
  }
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) put(window.innerWidth - event.clientX)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that moves is the pattern for split panes; <hr> cannot be focused.
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label="Width of the panel"
      aria-valuenow={width}
      aria-valuemin={panelWidths[0]}
      aria-valuemax={panelWidths[1]}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      className="-ml-1 absolute inset-y-0 z-10 w-2 cursor-col-resize touch-none hover:bg-accent/30 focus-visible:bg-accent/40 max-sm:hidden"
    />
  )
}
