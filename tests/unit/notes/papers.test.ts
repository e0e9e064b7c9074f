import { expect, test } from 'vitest'
import { papers } from '#lib/notes/papers.ts'

/** Relative luminance and contrast ratio, WCAG 2.2. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(at => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string) => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

test.each(Object.entries(papers))('ink on %s paper is readable (AA, 4.5:1)', (_, paper) => {
  expect(contrast(paper.fill, paper.ink)).toBeGreaterThanOrEqual(4.5)
})
