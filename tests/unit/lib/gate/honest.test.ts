import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Phase } from '#lib/access/phase.ts'
import { freeWork } from '#lib/access/rights.ts'
import type { RefusedUpdate } from '#lib/gate/gate.ts'
import { openPhase } from '#tests/drivers/gated-board.ts'
import { chosenSeed } from '#tests/drivers/random.ts'
import { runWorkshop } from '#tests/drivers/workshop.ts'

const seed = chosenSeed()
const bytes = (doc: Y.Doc) => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('hex')

/** Refused for more than a race: a lock or a stage that changed meanwhile, or messages that crossed. */
const forbidden = ({ rule, resync }: RefusedUpdate) => !resync && !rule.startsWith('policy.')

test(`honest work through the gate leaves the same bytes as plain Yjs, and everybody sees the same (seed ${seed})`, () => {
  for (let run = 0; run < 12; run++) {
    const { server, seats } = runWorkshop(seed + run, 600)
    expect(server.refusals.filter(forbidden)).toEqual([])
    expect(server.accepted).toBeGreaterThan(20)
    expect(bytes(server.doc) === bytes(server.plain)).toBe(true)
    expect(server.doc.store.pendingStructs).toBeNull()
    expect(server.doc.store.pendingDs).toBeNull()
    for (const seat of seats) expect(seat.doc.toJSON()).toEqual(server.doc.toJSON())
  }
}, 60_000)

test(`a stage that changes under people’s hands refuses what crossed it, and all still end equal (seed ${seed})`, () => {
  const phases: Phase[] = [
    openPhase,
    { ...openPhase, frozen: true },
    { ...openPhase, rights: { ...freeWork, edit: 'own', delete: 'none', lanes: false } },
    { ...openPhase, rights: { ...freeWork, add: ['idea'], edit: 'none', link: false, verdicts: false } },
    { ...openPhase, session: 'ended' },
  ]
  let refused = 0
  for (let run = 0; run < 12; run++) {
    const { server, seats } = runWorkshop(seed + run, 600, phases)
    refused += server.refusals.length
    expect(server.refusals.filter(forbidden)).toEqual([])
    expect(bytes(server.doc) === bytes(server.plain)).toBe(true)
    for (const seat of seats) expect(seat.doc.toJSON()).toEqual(server.doc.toJSON())
  }
  expect(refused).toBeGreaterThan(0)
}, 60_000)
