import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { contrast } from '#tests/contrast.ts'

const css = readFileSync(new URL('../../../app/theme.css', import.meta.url), 'utf8')

/** A token's [day, night] colours. */
function token(name: string): [string, string] {
  const value = new RegExp(`--color-${name}: ([^;]+);`).exec(css)?.[1] ?? ''
  const [day = '', night = day] = value.match(/#[0-9a-f]{6}/g) ?? []
  return [day, night]
}

const surfaces = ['paper-0', 'paper-50', 'paper-100', 'paper-200']
const pairs: [string, string][] = [
  ...['ink-900', 'ink-700', 'ink-500'].flatMap(ink => surfaces.map((paper): [string, string] => [ink, paper])),
  ...['wall', 'wall-light', 'tape'].map((paper): [string, string] => ['wall-ink', paper]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ['accent', 'paper-0'],
  ['accent', 'paper-100'],
  ['accent-strong', 'accent-soft'],
  ['on-danger', 'danger'],
  ['danger', 'paper-0'],
  ['danger', 'danger-soft'],
  ['warn', 'warn-soft'],
  ['good', 'good-soft'],
]

test.each(pairs)('%s on %s is readable by day and by night (AA, 4.5:1)', (ink, paper) => {
  const [inkDay, inkNight] = token(ink)
  const [paperDay, paperNight] = token(paper)
  expect(contrast(inkDay, paperDay)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(inkNight, paperNight)).toBeGreaterThanOrEqual(4.5)
})

test.each(['line-strong', 'accent'])('the edge of a control (%s) is seen on every paper (3:1)', edge => {
  for (const paper of surfaces.slice(0, 3))
    for (const theme of [0, 1] as const)
      expect(contrast(token(edge)[theme], token(paper)[theme])).toBeGreaterThanOrEqual(3)
})
