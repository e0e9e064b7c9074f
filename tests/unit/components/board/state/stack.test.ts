import { expect, test } from 'vitest'
import { Stack } from '#components/board/state/stack.ts'
import type { Note } from '#lib/board/snapshot.ts'

const note = (id: string, z: string) => ({ id, z }) as Note
const stackOf = (...all: [id: string, z: string][]) => {
  const notes = new Map(all.map(([id, z]) => [id, note(id, z)]))
  const stack = new Stack(notes)
  const put = (id: string, z: string) => {
    notes.set(id, note(id, z))
    return stack.changed([id])
  }
  const order = () => [...notes.keys()].sort((a, b) => stack.of(a) - stack.of(b)).join('')
  return { stack, put, order }
}

test('a note that comes on top changes the height of no other', () => {
  const { stack, put, order } = stackOf(['a', 'a1'], ['b', 'a2'])
  const before = [stack.of('a'), stack.of('b')]
  expect(put('c', 'a3')).toBe(true)
  expect([stack.of('a'), stack.of('b')]).toEqual(before)
  expect(put('a', 'a4')).toBe(true)
  expect(order()).toBe('bca')
})

test('a note that goes under others lies where the order of the stack has it', () => {
  const { put, order } = stackOf(['a', 'a1'], ['b', 'a2'], ['c', 'a3'])
  put('c', 'a0')
  expect(order()).toBe('cab')
  put('d', 'a15')
  expect(order()).toBe('cadb')
})

test('ids break ties, and a note that keeps its place in the stack is none of its business', () => {
  const { put, order } = stackOf(['b', 'a1'], ['a', 'a1'])
  expect(order()).toBe('ab')
  expect(put('a', 'a1')).toBe(false)
})
