import type { FailureFields } from '../board/schema.ts'
import { crownSides, crownWays, crown as words } from '../method/vocabulary.ts'

/** The walls on which something is to be seen. */
export const seenNames = { both: 'Both', 'as-is': 'As it is', 'to-be': 'As it will be' } as const

/** What a verdict does to the triple crown, in a few characters: "cost ↓  experience ↑". */
export const sayCrown = (crown: FailureFields['crown']): string =>
  crownSides
    .flatMap(side => {
      const change = crown?.[side]
      return change ? [`${words[side].name.toLowerCase()} ${crownWays[change.way].sign}`] : []
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
