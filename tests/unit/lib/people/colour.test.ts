import { expect, test } from 'vitest'
import { freeColour, initials, inkByNight, personColour, personColours } from '#lib/people/colour.ts'
import { contrast } from '#tests/contrast.ts'

test.each(personColours)('white on a person’s ink %s is readable (AA, 4.5:1)', ink => {
  expect(contrast('#ffffff', ink)).toBeGreaterThanOrEqual(4.5)
})

test.each(personColours)('by night the ink %s stands out from the dark paper it is painted on (3:1)', ink => {
  expect(contrast('#302820', inkByNight(ink))).toBeGreaterThanOrEqual(3)
})

test('a person keeps one ink, and people get different ones', () => {
  expect(personColour('ada')).toBe(personColour('ada'))
  expect(new Set(Array.from({ length: 40 }, (_, n) => personColour(`p${n}`))).size).toBeGreaterThan(6)
})

test('people beside each other get different inks as long as there are so many', () => {
  const taken = new Set<string>()
  for (let n = 0; n < personColours.length; n++) {
    const ink = freeColour(personColours[0], taken)
    expect(taken.has(ink)).toBe(false)
    taken.add(ink)
  }
  expect(freeColour(personColours[3], taken)).toBe(personColours[3])
  expect(freeColour(personColours[3], new Set())).toBe(personColours[3])
})

test.each([
  ['Nguyễn Thị Minh-Khai (extern)', 'NM'],
  ['ada', 'A'],
  ['Åse van der Berg', 'ÅB'],
  ['李小龙', '李'],
  ['  (guest)  ', '?'],
  ['“Bo” Ek', 'BE'],
])('initials of %s are %s', (name, letters) => {
  expect(initials(name)).toBe(letters)
})
