import { describe, expect, test } from 'vitest'
import type { Phase } from '#lib/access/phase.ts'
import type { Fields } from '#lib/board/commands/writer.ts'
import { rootOf } from '#lib/board/schema.ts'
import type { GateContext } from '#lib/gate/context.ts'
import { atTheScene, phase, verdict } from '#tests/drivers/at-the-scene.ts'
import { any, deleted } from '#tests/drivers/forge.ts'
import { openPhase } from '#tests/drivers/gated-board.ts'
import { Scene, twice } from '#tests/drivers/scene.ts'

describe('the policy is asked for exactly what an update does', () => {
  const made = (fields: Fields, now: Phase, more: Partial<GateContext> = {}) => {
    const { scene, check } = atTheScene({ phases: [now], ...more })
    return verdict(check(scene.update(scene.made('notes', 'n', { kind: 'idea', pos: [0, 0], ...fields }))))
  }

  test('the kind of a new note, and each of several that it says', () => {
    expect(made({}, phase({ add: ['idea'] }))).toBe('taken')
    expect(made({ kind: 'step' }, phase({ add: ['idea'] }))).toBe('policy.note.add')
    expect(made({ kind: [twice, 'step', 'idea'] }, phase({ add: ['idea'] }))).toBe('policy.note.add')
    expect(made({ kind: [twice, 'pain', 'idea'] }, phase({ add: ['idea', 'pain'] }))).toBe('taken')
  })

  test('where a new note is, when notes go to the inbox', () => {
    const inbox = phase({}, { inbox: true })
    expect(made({ place: 'inbox' }, inbox)).toBe('taken')
    expect(made({}, inbox)).toBe('policy.note.add')
    expect(made({ place: 'parking' }, inbox)).toBe('policy.note.add')
    expect(made({ place: [twice, 'inbox', 'parking'] }, inbox)).toBe('policy.note.add')
  })

  test('fields of a new note that need a right of their own, but not when they say nothing', () => {
    const noVerdicts = phase({ verdicts: false })
    expect(made({ verdict: 'improve' }, noVerdicts)).toBe('policy.verdict.give')
    expect(made({ verdict: null }, noVerdicts)).toBe('taken')
    expect(made({ verdict: [twice, null, 'improve'] }, noVerdicts)).toBe('policy.verdict.give')
    expect(made({ locked: true }, openPhase)).toBe('policy.note.lock')
    expect(made({ locked: false }, openPhase)).toBe('taken')
    expect(made({ locked: true }, openPhase, { role: 'facilitator' })).toBe('taken')
    expect(made({ colour: 'pink' }, phase({ edit: 'none' })), 'a colour is part of adding').toBe('taken')
    expect(made({ system: 'Till' }, phase({ edit: 'own' })), 'what one makes is one’s own').toBe('taken')
    expect(made({ system: 'Till' }, phase({ edit: 'none' }))).toBe('policy.detail.edit')
  })

  test('what is added where there are no kinds', () => {
    const { scene, check } = atTheScene()
    const link = scene.update(scene.made('links', 'l', { ends: ['mine', 'theirs'] }))
    expect(verdict(check(link))).toBe('taken')
    expect(verdict(check(link, { phases: [phase({ link: false })] }))).toBe('policy.link.add')
    const comment = scene.update(scene.made('comments', 'c', { on: 'mine' }))
    expect(verdict(check(comment, { phases: [phase({ add: [] })] }))).toBe('taken')
  })

  test('the kind that a note becomes, and that it is changed at all', () => {
    const { doc, scene, check } = atTheScene()
    const becomes = (kind: string) => scene.update([any(scene.field('notes', 'mine', 'kind'), kind)])
    expect(verdict(check(becomes('pain'), { phases: [phase({ add: ['pain'] })] }))).toBe('taken')
    expect(verdict(check(becomes('step'), { phases: [phase({ add: ['pain'] })] }))).toBe('policy.note.kind')
    expect(verdict(check(becomes('pain'), { phases: [phase({ edit: 'none' })] }))).toBe('policy.note.kind')
    // One that goes in behind what has replaced the old kind since: it changes nothing, and is asked for all the same.
    const old = scene.field('notes', 'mine', 'kind')
    doc.clientID = Scene.orphan
    rootOf(doc, 'notes').get('mine')?.set('kind', 'pain')
    doc.clientID = 8000
    const late = scene.update([deleted(old)])
    expect(verdict(check(late))).toBe('taken')
    expect(verdict(check(late, { phases: [phase({ edit: 'none' })] }))).toBe('policy.note.kind')
  })

  test('whether what it changes is one’s own, or locked', () => {
    const { scene, check } = atTheScene({ phases: [phase({ edit: 'own' })] })
    const moves = (id: string) => verdict(check(scene.update([any(scene.field('notes', id, 'pos'), [9, 9])])))
    expect(['mine', 'theirs', 'revealed', 'nobodys', 'locked'].map(moves)).toEqual([
      ...['taken', 'policy.note.move', 'policy.note.move', 'policy.note.move', 'policy.note.move'],
    ])
    const free = atTheScene()
    expect(verdict(free.check(free.scene.update([any(free.scene.field('notes', 'locked', 'pos'), [9, 9])])))).toBe(
      'policy.note.move',
    )
  })

  test('one of the phases that count must allow it; the sentence is that of the one that holds', () => {
    const { scene, check } = atTheScene()
    const move = scene.update([scene.move()])
    const frozen = { ...openPhase, frozen: true }
    const ended: Phase = { ...openPhase, session: 'ended' }
    expect(verdict(check(move, { phases: [frozen, openPhase] }))).toBe('taken')
    expect(check(move, { phases: [frozen, ended] })).toMatchObject({
      message: 'The facilitator has frozen the wall for a moment.',
    })
    expect(check(move, { phases: [ended, frozen] })).toMatchObject({
      message: 'The session has ended; nothing can be changed.',
    })
  })
})

describe('private notes, in a document of their own', () => {
  const privately = phase({ private: true, add: ['idea'], edit: 'none', delete: 'none' })
  const draft = { draft: true, phases: [privately] } as const

  test('are written, moved and taken away as long as the activity is private', () => {
    const { scene, check } = atTheScene(draft)
    const note = scene.update(scene.made('notes', 'n', { kind: 'idea', pos: [0, 0] }))
    expect(verdict(check(note))).toBe('taken')
    expect(verdict(check(scene.update([scene.move(), scene.type('!')])))).toBe('taken')
    for (const [field, value] of [
      ['deleted', true],
      ['place', 'parking'],
      ['kind', 'idea'],
    ] as const)
      expect(verdict(check(scene.update([any(scene.field('notes', 'mine', field), value)]))), field).toBe('taken')
    expect(check(note, { phases: [openPhase] })).toMatchObject({ rule: 'policy.draft.write', path: '' })
  })

  test('are of the activity’s kinds', () => {
    const { scene, check } = atTheScene(draft)
    expect(verdict(check(scene.update(scene.made('notes', 'n', { kind: 'step', pos: [0, 0] }))))).toBe(
      'policy.draft.write',
    )
  })

  test('are notes and nothing else, and have nothing that needs a right of its own', () => {
    const { scene, check } = atTheScene({ draft: true, phases: [phase({ private: true, verdicts: false })] })
    expect(check(scene.update(scene.made('links', 'l', { ends: ['mine', 'theirs'] })))).toMatchObject({
      ...{ ok: false, rule: 'schema.root', path: 'links/l' },
    })
    expect(verdict(check(scene.update([any(scene.field('notes', 'mine', 'verdict'), 'improve')])))).toBe(
      'policy.verdict.give',
    )
  })
})
