import { expect, test } from 'vitest'
import { measureHand } from '#lib/export/handwriting-font.ts'
import { fitText, wrap } from '#lib/geometry/text-fit.ts'
import { charactersOf } from '#lib/text/cut.ts'

const thai = 'ลูกค้าสั่งกาแฟที่เคาน์เตอร์และรอเครื่องดื่ม'
const thaiWords = ['ลูกค้า', 'สั่ง', 'กาแฟ', 'ที่', 'เคาน์เตอร์', 'และ', 'รอ', 'เครื่อง', 'ดื่ม']

test('Thai is broken between its words, and as large as a text of such words with spaces', () => {
  const { lines, size, fits } = fitText(thai, 140, 80, measureHand)
  expect(fits).toBe(true)
  expect(lines.join('')).toBe(thai)
  expect(lines.length).toBeGreaterThan(1)
  let at = 0
  const ends = new Set(thaiWords.map(word => (at += word.length)))
  let end = 0
  for (const line of lines) {
    end += line.length
    expect([...ends, thai.length], line).toContain(end)
  }
  expect(size).toBeGreaterThanOrEqual(fitText(thaiWords.join(' '), 140, 80, measureHand).size)
})

test('what stands beside Thai without a space stays with it', () => {
  expect(wrap('(กาแฟ) 12บาท', 80, 20, measureHand).map(line => line.trim())).toEqual(['(กาแฟ)', '12บาท'])
})

test.each([
  '客户在咖啡店点了一杯浓缩咖啡然后等待',
  'お客様がエスプレッソを注文して待つことになります',
  '𠮷'.repeat(18),
])('%s is not shrunk until it is one line', text => {
  const { size, lines } = fitText(text, 140, 90, measureHand)
  expect(lines.length).toBeGreaterThan(2)
  expect(size).toBeGreaterThanOrEqual(16)
  expect(lines.join('')).toBe(text)
})

test('no line begins with what closes a sentence', () => {
  const text = '注文する。待つ、受け取る。「飲む」。'
  for (let width = 90; width < 200; width += 5)
    for (const line of wrap(text, width, 20, measureHand)) expect(line).not.toMatch(/^[。、」]|「$/)
})

test('a word too wide for a line is broken between characters as people see them', () => {
  const text = '👩‍🍳👍🏽🇩🇪e\u0301𠮷สั่'.repeat(5)
  const whole = charactersOf(text)
  for (let width = 10; width < 120; width += 7)
    expect(wrap(text, width, 20, measureHand).flatMap(charactersOf)).toEqual(whole)
})

test('signs over and under others and joined emoji take the room that they take', () => {
  expect(measureHand('ที่')).toBe(measureHand('ท'))
  expect(measureHand('👩‍🍳')).toBe(measureHand('👩'))
  expect(measureHand('👍🏽')).toBe(measureHand('👍'))
})
