import type { Lane } from '../board/snapshot.ts'
import { isCustomer } from './customer-lane.ts'

/**
 * Heights (board px) of the line of interaction, between customer and company, and of the line of visibility, behind
 * which the customer sees nothing; null where there is none. From Shostack's service blueprint (1984).
 */
export function linesBetween(lanes: readonly Lane[]): { interaction: number | null; visibility: number | null } {
  const customers = lanes.filter(isCustomer)
  const lastCustomer = customers.at(-1)
  const company = lanes.length > customers.length
  const lastFront = lanes.findLast(lane => lane.actor === 'front-stage')
  const behind = lastFront && lanes.some(lane => lane.top > lastFront.top)
  return {
    interaction: lastCustomer && company ? lastCustomer.top + lastCustomer.height : null,
    visibility: lastFront && behind ? lastFront.top + lastFront.height : null,
  }
}
