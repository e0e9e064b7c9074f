import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isComposing } from '#components/ui/composing.ts'

test('the Enter that confirms a conversion is told by being composed, and in Safari by its key code', () => {
  expect(isComposing({ isComposing: true, keyCode: 13 })).toBe(true)
  expect(isComposing({ isComposing: false, keyCode: 229 })).toBe(true)
  expect(isComposing({ nativeEvent: { isComposing: false, keyCode: 229 } })).toBe(true)
  expect(isComposing({ nativeEvent: { isComposing: false, keyCode: 13 } })).toBe(false)
})

test('whoever waits for Enter or Escape asks whether it belongs to a conversion', () => {
  const root = new URL('../../../../components/', import.meta.url)
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(file => /\.tsx?$/.test(file))
  const waits = files.filter(file => {
    const source = readFileSync(new URL(file, root), 'utf8')
    const asks = /isComposing\(|isTyping\(/.test(source) && !/nativeEvent\.isComposing/.test(source)
    return /\.key (===|!==) '(Enter|Escape)'/.test(source) && !(asks || file === 'ui/composing.ts')
  })
  // It ends following somebody, wherever the focus is, and takes the key from nobody.
  expect(waits).toEqual(['workspace/following.tsx'])
})
