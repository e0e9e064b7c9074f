import type { Role } from '#lib/access/actor.ts'
import type { Phase } from '#lib/access/phase.ts'
import { GatedBoard, openPhase } from './gated-board.ts'
import { act } from './honest-acts.ts'
import { pickOne, random } from './random.ts'
import { Seat } from './seat.ts'

/** A whole workshop of a few people, with delays, spells offline, roles and changes of phase. */
export function runWorkshop(seed: number, steps: number, phases: readonly Phase[] = [openPhase]) {
  const chance = random(seed)
  const server = new GatedBoard()
  const roles: Role[] = ['facilitator', 'contributor', 'contributor', 'facilitator']
  const seats = roles.map((role, i) => new Seat(server, `person${i}`, role, chance))
  seats.push(new Seat(server, 'person1', 'contributor', chance))
  for (const seat of seats) seat.connect()
  for (let step = 0; step < steps; step++) {
    const seat = pickOne(chance, seats)
    const dice = chance.next()
    if (dice < 0.45) act(seat)
    else if (dice < 0.7) seat.sendOne()
    else if (dice < 0.94) seat.receiveOne()
    else if (dice < 0.97) seat.online ? seat.disconnect() : seat.connect()
    else if (phases.length > 1) server.phase = pickOne(chance, phases)
  }
  server.phase = phases[0] ?? openPhase
  // Twice, because what the last one sends reaches the others only in the second round.
  for (let round = 0; round < 2; round++) for (const seat of seats) seat.drain()
  return { server, seats }
}
