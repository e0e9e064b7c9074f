import { account } from './account.ts'
import { blank } from './blank.ts'
import { claim } from './claim.ts'
import { coffee } from './coffee.ts'
import type { Template } from './define.ts'
import { hospital } from './hospital.ts'

/** The ordered list: the choice of a new board follows it. */
export const templates: readonly Template[] = [blank, coffee, account, claim, hospital]

/** Returns the template with this id; null if there is none. */
export const templateOf = (id: string): Template | null => templates.find(template => template.id === id) ?? null
