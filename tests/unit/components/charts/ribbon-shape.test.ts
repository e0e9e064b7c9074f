import { expect, test } from 'vitest'
import { ribbonShape } from '#components/charts/ribbon-shape.ts'

test('a ribbon is as wide as what is left at every step, and closed', () => {
  const steps = [
    { before: 1, after: 0.5 },
    { before: 0.5, after: 0.25 },
  ]
  expect(ribbonShape(steps, { length: 10, width: 100, runs: 'right' })).toBe(
    'M0 100C5 100 5 75 10 75C15 75 15 62.5 20 62.5L20 37.5C15 37.5 15 25 10 25C5 25 5 0 0 0Z',
  )
  expect(ribbonShape(steps.slice(0, 1), { length: 10, width: 100, runs: 'down' })).toBe(
    'M100 0C100 5 75 5 75 10L25 10C25 5 0 5 0 0Z',
  )
  expect(ribbonShape([], { length: 10, width: 100, runs: 'down' })).toBe('')
})
