'use client'
import './wall.css'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { GroupsLayer } from '../groups/groups-layer.tsx'
import { LaneBands, LaneHeadings } from '../lanes/lanes-layer.tsx'
import { Fibres, useCameraEffect, World } from '../layers/layers.tsx'
import { LinkEditor } from '../links/link-editor.tsx'
import { LinkLabels, LinksLayer } from '../links/links-layer.tsx'
import { KindGlyphs } from '../notes/kind-glyphs.tsx'
import { followNoteFont } from '../notes/measure.ts'
import { attachMotions } from '../notes/motions.ts'
import { NoteEditor } from '../notes/note-editor.tsx'
import { NotesLayer } from '../notes/notes-layer.tsx'
import { useBoard } from '../state/board-context.tsx'
import { ToolController } from '../tools/controller.ts'
import { attachBrowserScroll } from './browser-scroll.ts'
import { attachClipboard } from './clipboard-input.ts'
import { Culling } from './culling.ts'
import { FarCanvas } from './far-canvas.tsx'
import { attachKeyboard } from './keyboard-input.ts'
import { Overlay } from './overlay.tsx'
import { attachPointer } from './pointer-input.ts'
import { attachTrackpadPinch } from './trackpad-pinch.ts'

/**
 * The wall: paper, lanes, links and notes, what is drawn on the paper `under` them, and the children over it. A
 * read-only one leaves keys and clipboard to its owner.
 */
export function Wall({
  onlyLook = false,
  under,
  children,
}: {
  onlyLook?: boolean
  under?: ReactNode
  children?: ReactNode
}) {
  const board = useBoard()
  const root = useRef<HTMLDivElement>(null)
  const [parts, setParts] = useState<{ culling: Culling; controller: ToolController } | null>(null)
  useLayoutEffect(() => {
    const element = root.current
    if (!element) return
    const culling = new Culling(board)
    const controller = new ToolController(board)
    const measure = () => {
      const { width, height } = element.getBoundingClientRect()
      board.viewport.resize({ w: width, h: height })
      culling.refresh()
    }
    const resized = new ResizeObserver(measure)
    resized.observe(element)
    measure()
    const stops = [
      followNoteFont(element),
      attachPointer(element, board, controller),
      attachTrackpadPinch(element, board),
      attachBrowserScroll(element, board),
      ...(onlyLook ? [] : [attachKeyboard(board, controller), attachClipboard(board), attachMotions(board)]),
    ]
    setParts({ culling, controller })
    return () => {
      resized.disconnect()
      culling.destroy()
      for (const stop of stops) stop()
      setParts(null)
    }
  }, [board, onlyLook])
  useInsets(root)
  useStampSize(root)
  useSeen(root)
  return (
    <section
      ref={root}
      aria-label="Wall"
      tabIndex={-1}
      className="wall"
      data-slot="wall"
      data-only-look={onlyLook || undefined}
    >
      <KindGlyphs />
      <LaneBands />
      <Fibres />
      {under}
      {parts && (
        <>
          <FarCanvas culling={parts.culling} />
          <World className="world">
            <LinksLayer culling={parts.culling} />
            <NotesLayer culling={parts.culling} />
            <LinkLabels culling={parts.culling} />
            <NoteEditor />
            <LinkEditor />
          </World>
        </>
      )}
      <LaneHeadings />
      <World className="over-world" scaleVariable>
        <GroupsLayer />
        <Overlay />
      </World>
      {children}
    </section>
  )
}

/** Sets the progress of the view from as-is to to-be as a CSS variable. */
function useSeen(root: React.RefObject<HTMLDivElement | null>): void {
  const { seen } = useBoard()
  useLayoutEffect(() => {
    const apply = () => root.current?.style.setProperty('--to-be', String(seen.get()))
    apply()
    return seen.subscribe(apply)
  }, [seen, root])
}

/** px of a stamp on the wall, px on screen that it measures at least, and the steps in which it grows. */
const stamp = { size: 24, least: 16, step: 0.25 } as const

/** Keeps stamps readable from afar, as a CSS variable that changes when the camera rests. */
function useStampSize(root: React.RefObject<HTMLDivElement | null>): void {
  const { viewport } = useBoard()
  useLayoutEffect(() => {
    let last = ''
    const apply = () => {
      const wanted = Math.max(1, stamp.least / (stamp.size * viewport.get().zoom))
      const size = String(Math.min(4, Math.ceil(wanted / stamp.step) * stamp.step))
      if (size !== last) root.current?.style.setProperty('--stamp', size)
      last = size
    }
    apply()
    return viewport.onSettled(apply)
  }, [viewport, root])
}

/** Sets the edges that panels cover as CSS variables. */
function useInsets(root: React.RefObject<HTMLDivElement | null>): void {
  const { viewport } = useBoard()
  const last = useRef('')
  useCameraEffect(() => {
    const { left, right } = viewport.insets
    if (last.current === `${left},${right}`) return
    last.current = `${left},${right}`
    root.current?.style.setProperty('--inset-left', `${left}px`)
    root.current?.style.setProperty('--inset-right', `${right}px`)
  })
}
