import type * as Y from 'yjs'
import { checkUpdate } from '#lib/gate/gate.ts'
import type { ForgedDeletes, Part } from '#tests/drivers/forge.ts'
import { openPhase } from '#tests/drivers/gated-board.ts'
import { type Cast, Scene, setScene } from '#tests/drivers/scene.ts'

/** A facilitator, whom the policy refuses nothing: what is refused nobody may. */

/** An update's own parts: the first at `clock` 0. */
export type Forged = readonly [parts: readonly Part[], deletes?: readonly ForgedDeletes[]]
const cast: Cast = { fay: 'fay', vic: 'vic', mal: 'mal', obs: 'obs', man: 'man' }

/** `taken`, or the rule that refuses and where. */
export function verdict(doc: Y.Doc, bytes: Uint8Array): string {
  const answer = checkUpdate(doc, bytes, {
    personId: 'fay',
    role: 'facilitator',
    phases: [openPhase],
    leaseOf: client => (client === 1 ? '' : 'fay'),
    serverClient: 8000,
    newClients: 2,
    draft: false,
  })
  return answer.ok ? 'taken' : `${answer.rule} ${answer.path}`.trim()
}
export function atTheScene() {
  const { doc, leases } = setScene(cast)
  return { doc, scene: new Scene(doc, leases, cast, 'facilitator') }
}
