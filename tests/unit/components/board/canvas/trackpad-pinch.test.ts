import { expect, test } from 'vitest'
import { attachTrackpadPinch } from '#components/board/canvas/trackpad-pinch.ts'
import type { BoardState } from '#components/board/state/board-state.ts'
import { Viewport } from '#components/board/state/viewport.ts'

const sent = (type: string, more: object) => Object.assign(new Event(type, { cancelable: true }), more)

function walled() {
  const root = Object.assign(new EventTarget(), { getBoundingClientRect: () => ({ left: 40, top: 60 }) })
  const viewport = new Viewport()
  viewport.set({ x: 0, y: 0, zoom: 1 })
  attachTrackpadPinch(root as unknown as HTMLElement, { viewport } as BoardState)
  return { root, viewport }
}

test('a pinch on a trackpad in Safari zooms the wall around the pointer, and not the page', () => {
  const { root, viewport } = walled()
  const at = { clientX: 140, clientY: 160 }
  root.dispatchEvent(sent('gesturestart', { scale: 1, ...at }))
  const change = sent('gesturechange', { scale: 2, ...at })
  root.dispatchEvent(change)
  expect(change.defaultPrevented).toBe(true)
  expect(viewport.get()).toEqual({ x: 50, y: 50, zoom: 2 })
})

test('fingers on a screen zoom by their pointers alone', () => {
  const { root, viewport } = walled()
  root.dispatchEvent(sent('touchstart', { touches: [1, 2] }))
  root.dispatchEvent(sent('gesturestart', { scale: 1, clientX: 0, clientY: 0 }))
  root.dispatchEvent(sent('gesturechange', { scale: 2, clientX: 0, clientY: 0 }))
  expect(viewport.get().zoom).toBe(1)
})
