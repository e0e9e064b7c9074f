import type { FailureFields } from '../board/snapshot.ts'

/** How the method's terms are said wherever a board is told: on the screen, on paper and in files. */
export const kindNames = { mot: 'Moment of Truth', bp: 'Break Point', br: 'Business Rule' } as const
export const verdictNames = { eliminate: 'Eliminate', improve: 'Improve', keep: 'Keep' } as const
export const effortNames = { small: 'Small', medium: 'Medium', large: 'Large' } as const
export const valueNames = { va: 'Value-adding', nnva: 'Necessary', nva: 'Waste' } as const
export const wayNames = { up: 'up', down: 'down', same: 'the same' } as const
/** The walls on which something is to be seen. */
export const seenNames = { both: 'Both', 'as-is': 'As it is', 'to-be': 'As it will be' } as const

/** The questions of the outcome, in the order in which they are asked, the promise first. */
export const outcomeNames = [
  ['promise', 'Promise'],
  ['outcome', 'Successful Customer Outcome'],
  ['customer', 'Who is the customer'],
  ['wrongCustomer', 'Who is not'],
  ['expects', 'What they expect today'],
  ['process', 'What process they think they are in'],
  ['affects', 'What we do that affects their success'],
  ['needs', 'What they really need'],
  ['isNot', 'What the outcome is not'],
] as const

const arrows = { up: '↑', down: '↓', same: '=' } as const

/** What a verdict does to the triple crown, in a few characters: "cost ↓  experience ↑". */
export const sayCrown = (crown: FailureFields['crown']): string =>
  (['cost', 'experience', 'revenue'] as const)
    .flatMap(side => {
      const change = crown?.[side]
      return change ? [`${side} ${arrows[change.way]}`] : []
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
