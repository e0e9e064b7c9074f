import { expect, test } from 'vitest'
import { checkUpdate } from '#lib/gate/gate.ts'
import { chosenSeed } from '#tests/drivers/random.ts'
import { mutateAtLength } from './mutate.ts'

const seed = chosenSeed()

test(`of 20,000 mutants of honest updates none does what the policy forbids, and all copies stay equal (seed ${seed})`, () => {
  console.log(`seed ${seed}`)
  const report = mutateAtLength(seed, 20_000)
  expect(report.mutants).toBe(20_000)
  // Mutants that all died at the door would prove little.
  expect(report.seen).toBeGreaterThan(100)
  expect(Object.keys(report.rules).length).toBeGreaterThan(20)
}, 120_000)

test(`the fuzzer finds a gate that asks no policy (seed ${seed})`, () => {
  const asksNobody: typeof checkUpdate = (doc, bytes, context) =>
    checkUpdate(doc, bytes, { ...context, role: 'facilitator', phases: [{ ...context.phases[0], board: 'open' }] })
  expect(() => mutateAtLength(seed, 5_000, asksNobody)).toThrow(/got in: .* (written by|is|not for now)/)
})
