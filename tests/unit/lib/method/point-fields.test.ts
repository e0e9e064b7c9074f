import { expect, test } from 'vitest'
import { feelings, pointFields, sayFeeling, touches } from '#lib/method/point-fields.ts'

const read = (key: string, text: string) => pointFields.find(field => field.key === key)?.read(text)

test('who meets whom is read in words, with any dash, or by its two letters', () => {
  for (const text of ['person-system', 'Person – System', 'person to system', 'p-s'])
    expect(read('touch', text)).toEqual({ ok: true, value: 'person-system' })
  expect(read('touch', 'p-x')).toEqual({ ok: true, value: 'person-product' })
  expect(read('touch', 'letter')).toMatchObject({ ok: false, reason: expect.stringContaining('“letter”') })
})

test('a feeling is a whole number from −2 to +2, or its name', () => {
  expect(read('feeling', '−2')).toEqual({ ok: true, value: -2 })
  expect(read('feeling', '+1')).toEqual({ ok: true, value: 1 })
  expect(read('feeling', 'very good')).toEqual({ ok: true, value: 2 })
  for (const text of ['3', '0.5', 'fine']) expect(read('feeling', text)).toMatchObject({ ok: false })
})

test('what a field shows is read back to the same value', () => {
  for (const field of pointFields)
    for (const value of field.key === 'feeling' ? [-2, 0, 2] : field.key === 'memory' ? ['peak', 'end'] : [])
      expect(field.read(field.write(value))).toEqual({ ok: true, value })
})

const said = (key: string, text: string) => {
  const answer = read(key, text)
  return answer?.ok ? answer.value : answer?.reason
}

test('each way of meeting is read by its name and by its letters, and nothing else is one', () => {
  const names = ['person-person', 'person-system', 'system-person', 'system-system', 'person-product']
  for (const name of names) expect(said('touch', ` ${name.toUpperCase()} `)).toBe(name)
  for (const dash of ['-', ' - ', '–', '—', '/', ' to ']) expect(said('touch', `s${dash}p`)).toBe('system-person')
  for (const wrong of ['x-p', 's-x', 'p-s-p', 'ap-s', 'person', 'p-', ''])
    expect(said('touch', wrong), wrong).toMatch(/no way of meeting/)
  expect(touches.map(({ value, label }) => [value, label.replace(' – ', '-').toLowerCase()])).toEqual(
    names.map(name => [name, name]),
  )
})

test('a feeling is said with its sign, and one between two with one decimal', () => {
  expect([-2, -1, 0, 1, 2, 0.25, -1.5].map(sayFeeling)).toEqual(['−2', '−1', '0', '+1', '+2', '0.3', '-1.5'])
  for (const { value, label, name } of feelings) {
    expect(said('feeling', ` ${label} `)).toBe(value)
    expect(said('feeling', name.toUpperCase())).toBe(value)
  }
  for (const wrong of ['-3', '3', '0.5', 'so so', '1.234', ''])
    expect(said('feeling', wrong)).toBe(`“${wrong}” is no feeling from −2 (very bad) to +2 (very good).`)
})

test('what is remembered is the peak or the end', () => {
  expect([said('memory', ' Peak '), said('memory', 'END')]).toEqual(['peak', 'end'])
  expect(said('memory', 'start')).toBe('“start” is neither peak nor end.')
})

test('each field has its name, the kinds it is asked of, and the names that spreadsheets give it', () => {
  expect(
    pointFields.map(({ label, unit, of, alias }) => `${label} [${unit}] ${of.join(' ')}: ${alias.join(', ')}`),
  ).toEqual([
    'Who meets whom [] mot: type, touch, interaction',
    'Feeling [−2 to +2] mot: emotion',
    'Cause [] mot bp br: root cause, because',
    'Remembered as [peak · end] mot: memory, peak/end',
    'Why it exists [] br bp: why, reason',
    'Since when [] br: since',
    'Who owns it [] br: rule owner, owner',
  ])
  for (const { key, hint } of pointFields) expect(hint, key).toMatch(/^\p{Lu}.{10,}\.$/u)
  for (const key of ['cause', 'why', 'since', 'ruleOwner']) {
    expect(said(key, 'Nobody knows'), key).toBe('Nobody knows')
    expect(said(key, 'x'.repeat(5_000)), key).toMatch(/there is room for/)
  }
})
