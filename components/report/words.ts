import type { ReportPoint } from '#lib/report/report.ts'

export const kindNames = { mot: 'Moment of Truth', bp: 'Break Point', br: 'Business Rule' } as const
export const verdictNames = { eliminate: 'Eliminate', improve: 'Improve', keep: 'Keep' } as const
export const verdictTones = { eliminate: 'danger', improve: 'good', keep: 'neutral' } as const

const sides = { cost: 'cost', experience: 'experience', revenue: 'revenue' } as const
const arrows = { up: '↑', down: '↓', same: '=' } as const

/** What a verdict does to the triple crown, in a few characters: "cost ↓ experience ↑". */
export const sayCrown = (crown: ReportPoint['crown']): string =>
  crown === null
    ? ''
    : (Object.keys(sides) as (keyof typeof sides)[])
        .flatMap(side => {
          const change = crown[side]
          return change ? [`${sides[side]} ${arrows[change.way]}`] : []
        })
        .join('  ')

/** A day as people write it: 3 Mar 2026. */
export const sayDay = (iso: string): string =>
  new Date(`${iso}T12:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })

export const sayDate = (at: number): string => sayDay(new Date(at).toISOString().slice(0, 10))
