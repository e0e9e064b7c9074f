import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { TextBinding } from '#components/board/notes/text-binding.ts'
import { limits } from '#lib/board/fields.ts'

function bound(text = '') {
  const shared = new Y.Doc().getText('text')
  shared.insert(0, text)
  const field = {
    value: '',
    selectionStart: 0,
    selectionEnd: 0,
    setSelectionRange(start: number, end: number) {
      Object.assign(field, { selectionStart: start, selectionEnd: end })
    },
  }
  const said: string[] = []
  const binding = new TextBinding(shared, field, sentence => said.push(sentence))
  /** What a browser does when somebody pastes. */
  const paste = (pasted: string, at = field.value.length) => {
    field.value = field.value.slice(0, at) + pasted + field.value.slice(at)
    field.setSelectionRange(at + pasted.length, at + pasted.length)
    binding.typed()
  }
  return { shared, field, said, paste, binding }
}

test('of a text too long for a note, as much is taken as it holds, and that is said', () => {
  const { shared, field, said, paste } = bound('Begins. Ends.')
  paste('x'.repeat(4_200), 8)
  expect(shared.toString()).toHaveLength(limits.text)
  expect(shared.toString()).toMatch(/^Begins\. x+Ends\.$/)
  expect(field.value).toBe(shared.toString())
  expect(field.selectionEnd).toBe(limits.text - 'Ends.'.length)
  expect(said).toEqual(['A text holds up to 4,000 characters; the rest was left out.'])
})

test('a full note takes nothing more, says so, and no emoji is cut in half', () => {
  const { shared, said, paste } = bound('x'.repeat(limits.text - 1))
  paste('👩‍🍳')
  expect(shared.toString()).toBe('x'.repeat(limits.text - 1))
  paste('yz')
  expect(shared.toString()).toBe(`${'x'.repeat(limits.text - 1)}y`)
  paste('z')
  expect(shared.toString()).toHaveLength(limits.text)
  expect(said).toHaveLength(3)
})

test('what is still being composed when the field goes is kept, beside what others wrote meanwhile', () => {
  const { shared, field, binding } = bound('注文')
  binding.compositionStart()
  field.value = '注文する'
  field.setSelectionRange(4, 4)
  binding.typed()
  shared.insert(0, '1. ')
  expect(shared.toString()).toBe('1. 注文')
  binding.destroy()
  expect(shared.toString()).toBe('1. 注文する')
})
