import { describe, expect, test } from 'vitest'
import { hitTest } from '#components/board/tools/hit.ts'
import { boardOf } from '#tests/drivers/board-state.ts'
import type { WallPlan } from '#tests/drivers/wall.ts'

const wall = (notes: WallPlan['notes'] = {}) => {
  const board = boardOf({
    notes: { a: [null, { pos: [0, 100] }], b: [null, { pos: [300, 100] }], ...notes },
    links: ['a>b'],
  })
  board.viewport.set({ x: 0, y: 0, zoom: 1 })
  return { board, at: (x: number, y: number, coarse = false) => hitTest(board, { x, y }, coarse) }
}

test('notes lie over links, links over paper', () => {
  const { at } = wall()
  expect(at(84, 156)).toEqual({ type: 'note', id: 'a' })
  expect(at(234, 156)).toEqual({ type: 'link', id: 'a-b' })
  expect(at(234, 300)).toEqual({ type: 'paper' })
})

test('of notes that lie on each other the one on top is met', () => {
  const { at } = wall({ c: [null, { pos: [40, 140] }], d: [null, { pos: [20, 120], z: 'a0' }] })
  expect(at(60, 160)).toEqual({ type: 'note', id: 'c' })
})

test('a link is met within 7 px of its line; a finger meets it within 12', () => {
  const { board, at } = wall()
  expect([at(234, 163).type, at(234, 164.5).type]).toEqual(['link', 'paper'])
  expect([at(234, 168, true).type, at(234, 169.5, true).type]).toEqual(['link', 'paper'])
  board.viewport.set({ x: 0, y: 0, zoom: 0.5 })
  expect(at(234, 168).type, 'px on screen').toBe('link')
})

describe('a note that is dragged', () => {
  test('is not met: the pointer sees what lies under it', () => {
    const { board, at } = wall()
    board.previews.setOwn(new Map([['a', { x: 0, y: 100, w: 168, h: 112 }]]))
    expect(at(84, 156)).toEqual({ type: 'paper' })
  })
})

describe('the only note selected', () => {
  test('has corners to resize it and handles beside its edges to link it', () => {
    const { board, at } = wall()
    board.selection.setNotes(['a'])
    expect(at(0, 100)).toEqual({ type: 'corner', id: 'a', corner: 'nw' })
    expect(at(168, 100)).toEqual({ type: 'corner', id: 'a', corner: 'ne' })
    expect(at(168 + 6, 212 + 6)).toEqual({ type: 'corner', id: 'a', corner: 'se' })
    expect(at(0, 212)).toEqual({ type: 'corner', id: 'a', corner: 'sw' })
    expect(at(168 + 7, 212 + 7)).toEqual({ type: 'paper' })
    expect(at(168 + 16, 156)).toEqual({ type: 'edge', id: 'a', side: 'right' })
    expect(at(-16, 156)).toEqual({ type: 'edge', id: 'a', side: 'left' })
    expect(at(84, 100 - 16)).toEqual({ type: 'edge', id: 'a', side: 'top' })
    expect(at(84, 212 + 16)).toEqual({ type: 'edge', id: 'a', side: 'bottom' })
  })

  test('has none when another is selected too, or a link', () => {
    const { board, at } = wall()
    board.selection.setNotes(['a', 'b'])
    expect(at(0, 100)).toEqual({ type: 'note', id: 'a' })
    board.selection.setNotes(['a'], ['a-b'])
    expect(at(0, 100)).toEqual({ type: 'note', id: 'a' })
  })

  test('has no corners when it is locked, but can be linked', () => {
    const { board, at } = wall({ a: [null, { pos: [0, 100], locked: true }] })
    board.selection.setNotes(['a'])
    expect(at(0, 100)).toEqual({ type: 'note', id: 'a' })
    expect(at(168 + 16, 156)).toEqual({ type: 'edge', id: 'a', side: 'right' })
  })

  test('has none where it is smaller than 56 px on screen: they would cover it', () => {
    const { board, at } = wall()
    board.selection.setNotes(['a'])
    board.viewport.set({ x: 0, y: 0, zoom: 55 / 168 })
    expect(at(0, 100)).toEqual({ type: 'note', id: 'a' })
    board.viewport.set({ x: 0, y: 0, zoom: 56 / 168 })
    expect(at(0, 100).type).toBe('corner')
  })

  test('shows them around where it is shown', () => {
    const { board, at } = wall()
    board.selection.setNotes(['a'])
    board.previews.setOthers(new Map([['a', { x: 0, y: 600, w: 168, h: 112 }]]))
    expect(at(0, 600)).toEqual({ type: 'corner', id: 'a', corner: 'nw' })
  })
})

test('a note under the pointer can be linked, and is not resized', () => {
  const { board, at } = wall()
  board.hover.set('a')
  expect(at(168 + 16, 156)).toEqual({ type: 'edge', id: 'a', side: 'right' })
  expect(at(0, 100)).toEqual({ type: 'note', id: 'a' })
  board.hover.set('gone')
  expect(at(168 + 16, 250)).toEqual({ type: 'paper' })
})

describe('the only link selected', () => {
  test('is taken by its ends', () => {
    const { board, at } = wall()
    board.selection.setLinks(['a-b'])
    expect(at(168 + 8, 156)).toEqual({ type: 'link-end', id: 'a-b', end: 'from' })
    expect(at(300 - 8, 156)).toEqual({ type: 'link-end', id: 'a-b', end: 'to' })
    expect(at(168 + 10, 156)).toEqual({ type: 'link', id: 'a-b' })
  })

  test('is not, when a note is selected too', () => {
    const { board, at } = wall({ c: [null, { pos: [600, 600] }] })
    board.selection.setNotes(['c'], ['a-b'])
    expect(at(168 + 8, 156)).toEqual({ type: 'link', id: 'a-b' })
  })
})
