import { expect, test } from 'vitest'
import { isComposing } from '#components/ui/composing.ts'

test('the Enter that confirms a conversion is told by being composed, and in Safari by its key code', () => {
  expect(isComposing({ isComposing: true, keyCode: 13 })).toBe(true)
  expect(isComposing({ isComposing: false, keyCode: 229 })).toBe(true)
  expect(isComposing({ nativeEvent: { isComposing: false, keyCode: 229 } })).toBe(true)
  expect(isComposing({ nativeEvent: { isComposing: false, keyCode: 13 } })).toBe(false)
})
