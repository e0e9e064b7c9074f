import type { Phase } from '#lib/access/phase.ts'
import { freeWork } from '#lib/access/rights.ts'
import type { GateContext } from '#lib/gate/context.ts'
import { checkUpdate } from '#lib/gate/gate.ts'
import { openPhase } from './gated-board.ts'
import { type Cast, phaseOn, Scene, setScene } from './scene.ts'

const cast: Cast = { fay: 'fay', vic: 'vic', mal: 'mal', obs: 'obs', man: 'man' }

/** A contributor at the scene, free to do everything that merges; `more` says what is different. */
export function atTheScene(more: Partial<GateContext> = {}) {
  const { doc, leases } = setScene(cast)
  const scene = new Scene(doc, leases, cast, 'contributor')
  const check = (bytes: Uint8Array, other: Partial<GateContext> = {}) =>
    checkUpdate(doc, bytes, {
      personId: 'mal',
      role: 'contributor',
      phases: [phaseOn(doc, {})],
      leaseOf: client => leases.get(client) ?? null,
      serverClient: doc.clientID,
      newClients: 2,
      draft: false,
      ...more,
      ...other,
    })
  return { doc, scene, check }
}
export const phase = (rights: Partial<Phase['rights']>, more: Partial<Phase> = {}): Phase => ({
  ...openPhase,
  ...more,
  rights: { ...freeWork, ...rights },
})
/** The rule that refuses, or `taken`. */
export const verdict = (answer: ReturnType<typeof checkUpdate>) => (answer.ok ? 'taken' : answer.rule)
