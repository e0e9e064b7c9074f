import { expect, test } from 'vitest'
import { fileName } from '#lib/export/format.ts'
import { initials } from '#lib/people/colour.ts'
import { charactersOf, cutText, shorten } from '#lib/text/cut.ts'
import { random } from '#tests/drivers/random.ts'

test('a cut leaves no part of a character', () => {
  expect(cutText(`${'a'.repeat(79)}𠮷`, 80)).toBe('a'.repeat(79))
  expect(cutText('ab👩‍🍳cd', 5)).toBe('ab')
  expect(cutText('ab👩‍🍳cd', 7)).toBe('ab👩‍🍳')
  expect(cutText('e\u0301e\u0301', 3)).toBe('e\u0301')
  expect(cutText('🇩🇪🇫🇷', 6)).toBe('🇩🇪')
  expect(cutText('กำกำ', 3)).toBe('กำ')
  expect(shorten('ab👩‍🍳cd ef', 8)).toBe('ab👩‍🍳…')
  expect(shorten('short', 5)).toBe('short')
})

test('a character that goes on and on is cut between its code points, so that something is left', () => {
  const zalgo = `a${'\u0301'.repeat(300)}`
  expect(cutText(zalgo, 100)).toBe(zalgo.slice(0, 100))
  expect(cutText('👩‍🍳', 3)).toBe('👩‍')
  expect(cutText('𠮷', 1)).toBe('')
})

test('whatever the text and the limit, a cut is a beginning of it in whole characters', () => {
  const seed = Date.now()
  const chance = random(seed)
  const some = [
    'a',
    'ö',
    'o\u0308',
    '𠮷',
    '👩‍🍳',
    '👍🏽',
    '🇩🇪',
    'กำ',
    'สั่',
    '\n',
    ' ',
    '\r\n',
    'क्षि',
    '\u{1f9d1}\u200d\u{1f91d}\u200d\u{1f9d1}',
  ]
  for (let round = 0; round < 500; round++) {
    const text = Array.from({ length: chance.below(30) }, () => some[chance.below(some.length)]).join('')
    const most = 12 + chance.below(60)
    const cut = cutText(text, most)
    expect(text.startsWith(cut), `seed ${seed}`).toBe(true)
    expect(cut.length, `seed ${seed}`).toBeLessThanOrEqual(most)
    expect(charactersOf(text).slice(0, charactersOf(cut).length).join(''), `seed ${seed}`).toBe(cut)
  }
})

test('a file has a name in every script, and never half a character', () => {
  expect(fileName(`${'x'.repeat(79)}𠮷`, 'svg')).toBe(`${'x'.repeat(79)}.svg`)
  expect(fileName('𠮷'.repeat(50), 'svg')).toBe(`${'𠮷'.repeat(40)}.svg`)
  expect(fileName('สั่งกาแฟ ที่เคาน์เตอร์', 'svg')).toBe('สั่งกาแฟ-ที่เคาน์เตอร์.svg')
  expect(fileName('ऑर्डर 1/2', 'svg')).toBe('ऑर्डर-1-2.svg')
  expect(fileName('👩‍🍳', 'svg')).toBe('board.svg')
})

test('initials are whole characters', () => {
  expect(initials('𠮷田 太郎')).toBe('𠮷太')
  expect(initials('e\u0301ric')).toBe('E\u0301')
})
