import type { Point } from '#lib/geometry/box.ts'
import { zoomAround } from '#lib/geometry/camera.ts'
import type { BoardState } from '../state/board-state.ts'
import type { ToolController } from '../tools/controller.ts'
import { type Hit, type PointerInfo, slack } from '../tools/tool.ts'
import { hitAt } from './hit-at.ts'

/** Of two taps or presses that are one double press. For a mouse, the person's own system says within how many ms. */
const doubleWithin = { ms: 380, px: 12 }
/** ms after which a resting finger or pen opens the menu. */
const longPress = 550
const isMac = () => /Mac|iP(hone|ad)/.test(navigator.platform)

/** Controls inside the wall handle their own presses. */
const isControl = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('[data-hit]') === null &&
  target.closest('input,textarea,select,button,a,[role="menu"],[data-own-pointer]') !== null

/** Turns the browser's pointers, wheel and pinches on the wall into tool events. Returns the function that stops it. */
export function attachPointer(root: HTMLElement, board: BoardState, controller: ToolController): () => void {
  const { viewport } = board
  const touches = new Map<number, Point>()
  let pinch: { distance: number; middle: Point } | null = null
  let active: number | null = null
  /** A pen is down: touches beside it are a palm, whether they came before or after. */
  let pen = false
  const palms = new Set<number>()
  let lastTap: { time: number; by: string; info: PointerInfo } | null = null
  let pressedAt: Point | null = null
  let menuByTouch = false
  let waiting: ReturnType<typeof setTimeout> | undefined

  const screenOf = (event: { clientX: number; clientY: number }): Point => {
    const { left, top } = root.getBoundingClientRect()
    return { x: event.clientX - left, y: event.clientY - top }
  }
  /**
   * Position of the pointer over the wall, px from its corner; null: elsewhere, and for a finger that does not touch.
   */
  let over: Point | null = null
  const tellPointer = () => {
    if (over) board.pointer.set(viewport.toBoard(over))
  }
  const infoOf = (event: PointerEvent, screen = screenOf(event)): PointerInfo => {
    const at = viewport.toBoard(screen)
    const touch = event.pointerType === 'touch'
    return {
      at,
      screen,
      hit: hitAt(board, event.target, at, touch),
      shift: event.shiftKey,
      alt: event.altKey,
      mod: isMac() ? event.metaKey : event.ctrlKey,
      touch,
    }
  }
  const showCursor = (hit: Hit) => {
    const cursor = controller.cursor(hit)
    if (root.style.cursor !== cursor) root.style.cursor = cursor
  }

  const down = (event: PointerEvent) => {
    if (isControl(event.target)) return
    if (event.pointerType === 'touch' && pen) {
      palms.add(event.pointerId)
      return
    }
    root.dataset.byPointer = ''
    board.editing.set(null)
    board.linking.set(null)
    if (event.pointerType === 'pen') takeFromPalms()
    if (event.pointerType === 'touch') {
      touches.set(event.pointerId, screenOf(event))
      if (touches.size === 2) {
        clearTimeout(waiting)
        controller.cancel()
        active = null
        pinch = pinchOf(touches)
        return
      }
      if (touches.size > 2) return
    }
    if (active !== null || event.button === 2) return
    root.focus({ preventScroll: true })
    const info = infoOf(event)
    if (info.hit.type === 'paper') board.current.set(null)
    active = event.pointerId
    pen = event.pointerType === 'pen'
    pressedAt = info.screen
    if (event.pointerType !== 'mouse') {
      const { target, clientX, clientY } = event
      waiting = setTimeout(() => {
        const asked = { bubbles: true, cancelable: true, button: 2, clientX, clientY }
        target?.dispatchEvent(new MouseEvent('contextmenu', asked))
      }, longPress)
    }
    root.setPointerCapture(event.pointerId)
    if (event.button === 1) event.preventDefault()
    controller.press(info, event.button === 1)
    showCursor(info.hit)
  }
  /** Cancels what fingers have begun: it was the palm. */
  const takeFromPalms = () => {
    if (touches.size === 0) return
    clearTimeout(waiting)
    for (const id of touches.keys()) palms.add(id)
    touches.clear()
    pinch = null
    active = null
    controller.cancel()
  }
  const move = (event: PointerEvent) => {
    if (palms.has(event.pointerId)) return
    over = screenOf(event)
    tellPointer()
    if (touches.has(event.pointerId)) touches.set(event.pointerId, over)
    if (pinch) {
      const now = pinchOf(touches)
      if (!now) return
      const zoomed = zoomAround(viewport.get(), pinch.middle, (viewport.get().zoom * now.distance) / pinch.distance)
      viewport.set({
        x: zoomed.x - (now.middle.x - pinch.middle.x) / zoomed.zoom,
        y: zoomed.y - (now.middle.y - pinch.middle.y) / zoomed.zoom,
        zoom: zoomed.zoom,
      })
      pinch = now
      return
    }
    if (active !== null && event.pointerId !== active) return
    if (active === null && event.pointerType === 'touch') return
    const info = infoOf(event, over)
    if (pressedAt && !near(pressedAt, info.screen, slack(info))) clearTimeout(waiting)
    controller.move(info)
    showCursor(info.hit)
  }
  const up = (event: PointerEvent) => {
    if (palms.delete(event.pointerId)) return
    clearTimeout(waiting)
    touches.delete(event.pointerId)
    if (pinch) {
      if (touches.size < 2) pinch = null
      return
    }
    if (event.pointerId !== active) return
    active = null
    pen = false
    const info = infoOf(event)
    controller.release(info)
    const still = event.button === 0 && pressedAt !== null && near(pressedAt, info.screen, doubleWithin.px)
    const tap = still ? { time: event.timeStamp, by: event.pointerType, info } : null
    const since =
      tap && lastTap && near(lastTap.info.screen, info.screen, doubleWithin.px) ? tap.time - lastTap.time : null
    if (since !== null && since < doubleWithin.ms && tap?.by !== 'mouse') {
      lastTap = null
      pressTwice(event, info)
    } else lastTap = tap
    showCursor(info.hit)
  }
  const twice = (event: MouseEvent) => {
    if (lastTap?.by === 'mouse' && !isControl(event.target)) pressTwice(event, lastTap.info)
  }
  const pressTwice = (event: MouseEvent, info: PointerInfo) => {
    // The wall captures the pointer, so the event's target is always the wall: look up the element at the point.
    const there = document.elementFromPoint(event.clientX, event.clientY)
    controller.doublePress({ ...info, hit: hitAt(board, there, info.at, info.touch) })
  }
  /** The menu takes over: the press that opened it does nothing else. */
  const menu = (event: MouseEvent) => {
    if (pen && 'pointerId' in event && palms.has(Number(event.pointerId))) {
      event.preventDefault()
      event.stopPropagation()
      return
    }
    clearTimeout(waiting)
    menuByTouch = touches.size > 0
    if (active === null) return
    active = null
    pen = false
    controller.cancel()
  }
  /** A finger lifted under an open menu would press beside it and close it. */
  const lifted = (event: TouchEvent) => {
    if (menuByTouch) event.preventDefault()
    if (event.touches.length === 0) menuByTouch = false
  }
  const cancelled = (event: PointerEvent) => {
    if (palms.delete(event.pointerId)) return
    clearTimeout(waiting)
    touches.delete(event.pointerId)
    if (touches.size < 2) pinch = null
    if (event.pointerId !== active) return
    active = null
    pen = false
    controller.cancel()
  }
  const left = (event: PointerEvent) => {
    if (palms.has(event.pointerId)) return
    over = null
    board.pointer.set(null)
    if (active === null && event.pointerType !== 'touch') controller.leave()
  }
  const wheel = (event: WheelEvent) => {
    if (event.target instanceof Element && event.target.closest('[data-own-wheel]')) return
    event.preventDefault()
    over = screenOf(event)
    const unit = event.deltaMode === 1 ? 18 : event.deltaMode === 2 ? viewport.size.h : 1
    if (event.ctrlKey || event.metaKey) {
      const step = Math.max(-60, Math.min(60, event.deltaY * unit))
      viewport.zoomAt(over, viewport.get().zoom * Math.exp(-step / 110))
      return
    }
    const [dx, dy] = event.shiftKey && event.deltaX === 0 ? [event.deltaY, 0] : [event.deltaX, event.deltaY]
    viewport.panBy(dx * unit, dy * unit)
  }

  /** Shows the focus of the whole wall only to people who came by keyboard. */
  const keys = () => {
    delete root.dataset.byPointer
  }

  // A wall that moves under a resting pointer changes the pointer's position.
  const stop = viewport.subscribe(tellPointer)
  root.addEventListener('pointerdown', down)
  window.addEventListener('keydown', keys)
  root.addEventListener('pointermove', move)
  root.addEventListener('pointerup', up)
  root.addEventListener('dblclick', twice)
  root.addEventListener('pointercancel', cancelled)
  root.addEventListener('pointerleave', left)
  root.addEventListener('contextmenu', menu)
  root.addEventListener('touchend', lifted, { passive: false })
  root.addEventListener('wheel', wheel, { passive: false })
  return () => {
    stop()
    root.removeEventListener('pointerdown', down)
    window.removeEventListener('keydown', keys)
    root.removeEventListener('pointermove', move)
    root.removeEventListener('pointerup', up)
    root.removeEventListener('dblclick', twice)
    root.removeEventListener('pointercancel', cancelled)
    root.removeEventListener('pointerleave', left)
    clearTimeout(waiting)
    root.removeEventListener('contextmenu', menu)
    root.removeEventListener('touchend', lifted)
    root.removeEventListener('wheel', wheel)
  }
}

const near = (a: Point, b: Point, px: number) => Math.hypot(a.x - b.x, a.y - b.y) <= px

function pinchOf(touches: ReadonlyMap<number, Point>): { distance: number; middle: Point } | null {
  const [a, b] = [...touches.values()]
  if (!a || !b) return null
  return { distance: Math.max(1, Math.hypot(a.x - b.x, a.y - b.y)), middle: { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 } }
}
