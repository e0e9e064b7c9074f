import { expect, test } from 'vitest'
import { fileName } from '#lib/export/format.ts'
import { contentDisposition } from '#server/http/content-disposition.ts'

const titles = [
  ['A double espresso', 'A-double-espresso.xlsx'],
  ['注文の流れ', '注文の流れ.xlsx'],
  ['हिन्दी में प्रक्रिया', 'हिन्दी-में-प्रक्रिया.xlsx'],
  ['กระบวนการสั่งกาแฟ', 'กระบวนการสั่งกาแฟ.xlsx'],
  ['عملية الطلب', 'عملية-الطلب.xlsx'],
  ['../../etc/passwd', 'etc-passwd.xlsx'],
  ['☕☕☕', 'board.xlsx'],
  ['', 'board.xlsx'],
  ['con', 'con-board.xlsx'],
  ['half \ud83d of a pair', 'half-of-a-pair.xlsx'],
] as const

test.each(titles)('the file of “%s” is called %s', (title, name) => {
  expect(fileName(title, 'xlsx')).toBe(name)
})

const long = [
  `${'a'.repeat(79)}𠮷`,
  '𠮷'.repeat(60),
  `${'a'.repeat(78)}é́́`,
  '葛󠄀'.repeat(40),
  'ก็'.repeat(60),
  `${'x'.repeat(70)}${'क्षि'.repeat(10)}`,
]

test.each(long)('a long title is never cut within a character: %s', title => {
  const name = fileName(title, 'brownpaper.zip', 'to be')
  expect(name.isWellFormed()).toBe(true)
  expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255)
  const stem = name.replace(/-to-be\.brownpaper\.zip$/, '')
  expect(name).toBe(`${stem}-to-be.brownpaper.zip`)
  const whole = Array.from(new Intl.Segmenter().segment(title.normalize('NFC')), ({ segment }) => segment)
  const kept = Array.from(new Intl.Segmenter().segment(stem), ({ segment }) => segment)
  expect(whole.slice(0, kept.length)).toEqual(kept)
})

test.each([...titles.map(([title]) => title), ...long])(
  'a header says the name of “%s” in full and in plain letters',
  title => {
    const header = contentDisposition(fileName(title, 'svg', 'to be'))
    const [, plain = '', full = ''] =
      /^attachment; filename="([\x20-\x7e]+)"; filename\*=UTF-8''([^;]+)$/.exec(header) ?? []
    expect(decodeURIComponent(full)).toBe(fileName(title, 'svg', 'to be'))
    // RFC 5987: attr-char and percent-encoded bytes, nothing else.
    expect(full).toMatch(/^(?:[A-Za-z0-9!#$&+.^_`|~-]|%[0-9A-F]{2})+$/)
    expect(plain).toMatch(/^[A-Za-z0-9-]*[A-Za-z0-9][A-Za-z0-9-]*\.svg$/)
  },
)

test('a name with quotes, brackets and apostrophes stays one name in a header', () => {
  const header = contentDisposition('it\'s "(a)"*.csv')
  expect(header).toBe(`attachment; filename="it's -(a)-*.csv"; filename*=UTF-8''it%27s%20%22%28a%29%22%2A.csv`)
})
