import type { Lane } from '#lib/board/snapshot.ts'

export const actorNames: Readonly<Record<Lane['actor'], string>> = {
  customer: 'Customer',
  'front-stage': 'Front stage',
  'back-stage': 'Back stage',
  supplier: 'Supplier',
  partner: 'Partner',
  employee: 'Employee',
  regulator: 'Regulator or society',
  system: 'System',
}

/** Heights (board px) of the line between customer and company and of the line behind which the customer sees nothing. */
export function linesBetween(lanes: readonly Lane[]): { interaction: number | null; visibility: number | null } {
  const customers = lanes.filter(lane => lane.actor === 'customer')
  const lastCustomer = customers.at(-1)
  const company = lanes.length > customers.length
  const lastFront = lanes.findLast(lane => lane.actor === 'front-stage')
  const behind = lastFront && lanes.some(lane => lane.top > lastFront.top)
  return {
    interaction: lastCustomer && company ? lastCustomer.top + lastCustomer.height : null,
    visibility: lastFront && behind ? lastFront.top + lastFront.height : null,
  }
}
