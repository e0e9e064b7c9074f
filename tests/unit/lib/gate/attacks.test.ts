import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { rootNames, rootOf } from '#lib/board/schema.ts'
import { checkUpdate } from '#lib/gate/gate.ts'
import { roomLimits } from '#server/collab/limits.ts'
import { type Cast, phaseOn, Scene, setScene } from '#tests/drivers/scene.ts'
import type { Attack } from './attacks/attack.ts'
import { attacks } from './attacks/index.ts'

const cast: Cast = { fay: 'fay', vic: 'vic', mal: 'mal', obs: 'obs', man: 'man' }
const picture = (doc: Y.Doc) =>
  JSON.stringify(
    rootNames.map(name => rootOf(doc, name).toJSON()),
    (_, value) => (typeof value === 'bigint' ? `${value}n` : value),
  )
const state = (doc: Y.Doc) => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64')

for (const [kind, list] of Object.entries(attacks))
  describe(`the gate refuses (${kind})`, () => {
    for (const attack of list)
      test(`${attack.tries}: ${attack.rule}`, () => {
        const { doc, leases } = setScene(cast, attack.when)
        const as = attack.as ?? 'contributor'
        const scene = new Scene(doc, leases, cast, as)
        const bytes = attack.bytes(scene)
        expect(plainly(doc, bytes)).toContain(attack.plainly)

        const before = state(doc)
        const shared = [...doc.share.keys()]
        const answer = checkUpdate(doc, bytes, {
          personId: scene.personId,
          role: as,
          phases: [phaseOn(doc, attack.when ?? {})],
          leaseOf: client => leases.get(client) ?? null,
          serverClient: doc.clientID,
          newClients: roomLimits.newClients,
          draft: false,
        })
        expect(answer).toMatchObject({ ok: false, rule: attack.rule, message: expect.stringMatching(/.{15,}\.$/) })
        // Where it was is told too, but for what is wrong before anything is found.
        if (/^(policy|schema)\./.test(attack.rule) && !/^(policy\.board\.write|schema\.root)$/.test(attack.rule))
          expect(answer).toMatchObject({ path: expect.stringMatching(/^[a-z]+(\/.+)?$/) })
        expect(state(doc) === before).toBe(true)
        expect([...doc.share.keys()]).toEqual(shared)
        expect([doc.store.pendingStructs, doc.store.pendingDs]).toEqual([null, null])
      })
  })

test('there are attacks enough, and no two are the same', () => {
  const all = Object.values(attacks).flat()
  expect(all.length).toBeGreaterThanOrEqual(90)
  expect(new Set(all.map(attack => attack.tries)).size).toBe(all.length)
})

/** What the update does to a document without a gate: the proof that the attack is one. */
function plainly(doc: Y.Doc, bytes: Uint8Array): Attack['plainly'][] {
  const plain = new Y.Doc()
  Y.applyUpdate(plain, Y.encodeStateAsUpdate(doc))
  const before = { picture: picture(plain), state: state(plain), shared: plain.share.size }
  try {
    Y.applyUpdate(plain, bytes)
    const done: Attack['plainly'][] = []
    if (plain.store.pendingStructs ?? plain.store.pendingDs) done.push('waits')
    if (plain.share.size > before.shared) done.push('grows')
    if (picture(plain) !== before.picture) done.push('shows')
    if (state(plain) !== before.state) done.push('keeps')
    return done
  } catch {
    return ['throws']
  }
}
