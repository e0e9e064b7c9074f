import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ActRecord } from '#server/store/record-store.ts'
import type { Store } from '#server/store/store.ts'
import { board, furnish, invite, memberInvite, person, session } from './records.ts'
import { implementations, type Place } from './stores.ts'

describe.each(implementations)('the catalogue on $name', implementation => {
  beforeAll(implementation.start)
  afterAll(implementation.stop)
  let place: Place
  let store: Store
  beforeEach(async () => {
    place = await implementation.place()
    store = await place.open()
    await furnish(store)
  })
  afterEach(async () => {
    await store.close()
    await place.remove()
  })

  test('what is not there is null, never an error', async () => {
    expect(await store.people.get('nobody')).toBeNull()
    expect(await store.people.byEmail('nobody@example.org')).toBeNull()
    expect(await store.people.byAccount('idp', 'x')).toBeNull()
    expect(await store.workspaces.get('nothing')).toBeNull()
    expect(await store.workspaces.member('w', 'ben')).toBeNull()
    expect(await store.boards.get('nothing')).toBeNull()
    expect(await store.sessions.get('nothing')).toBeNull()
    expect(await store.sessions.byShortCode('123-456')).toBeNull()
    expect(await store.sessions.participant('s', 'ben')).toBeNull()
    expect(await store.sessions.invite('nothing')).toBeNull()
    expect(await store.sessions.inviteByHash('nothing')).toBeNull()
    expect(await store.people.many([])).toEqual([])
  })

  test('a person is found by id, by email in any capitals, and by the account of a provider', async () => {
    const cleo = person('cleo', { email: 'Cleo@Example.org', passwordHash: 'scrypt$…' })
    await store.people.create(cleo)
    await store.people.linkAccount('idp', 'subject-1', 'cleo')
    expect(await store.people.get('cleo')).toEqual(cleo)
    expect(await store.people.byEmail('cleo@example.ORG')).toEqual(cleo)
    expect(await store.people.byAccount('idp', 'subject-1')).toEqual(cleo)
    expect((await store.people.many(['cleo', 'nobody', 'ann'])).map(p => p.id).sort()).toEqual(['ann', 'cleo'])
  })

  test('a sign-in that was ended stays so until its cookie has run out', async () => {
    const now = Date.now()
    const isOver = async (id: string) => (await store.signIns.standing({ id, personId: 'ann', madeAt: now })).over
    await store.signIns.end('over', now + 60_000)
    await store.signIns.end('over', now + 60_000)
    await store.signIns.end('long over', now - 1)
    expect(await isOver('over')).toBe(true)
    expect(await isOver('another')).toBe(false)
    await store.signIns.end('later', now + 60_000)
    expect(await isOver('long over')).toBe(false)
  })

  test('sign-ins are listed by their last use, until they end or run out', async () => {
    const now = Date.now()
    const signIn = (id: string, more = {}) => ({
      id,
      personId: 'ann',
      device: 'Firefox on Linux' as string | null,
      madeAt: now,
      usedAt: now,
      until: now + 60_000,
      ...more,
    })
    const listed = async () => (await store.signIns.ofPerson('ann', now)).map(({ id }) => id)
    expect(await store.signIns.standing(signIn('home'))).toEqual({ over: false, usedAt: null })
    await store.signIns.note(signIn('home'))
    await store.signIns.note(signIn('phone', { device: null, usedAt: now + 1 }))
    await store.signIns.note(signIn('ran out', { until: now - 1 }))
    await store.signIns.note(signIn('another’s', { personId: 'ben' }))
    expect(await listed()).toEqual(['phone', 'home'])
    await store.signIns.note(signIn('home', { usedAt: now + 2, device: 'Chrome on Linux' }))
    expect(await store.signIns.ofPerson('ann', now)).toEqual([
      signIn('home', { usedAt: now + 2, device: 'Chrome on Linux' }),
      signIn('phone', { device: null, usedAt: now + 1 }),
    ])
    expect((await store.signIns.standing(signIn('home'))).usedAt).toBe(now + 2)
    await store.signIns.end('phone', now + 60_000)
    // A request that was under way notes it after the end.
    await store.signIns.note(signIn('phone'))
    expect(await listed()).toEqual(['home'])
  })

  test('ending a person’s other sign-ins ends those that were never seen too, and no later or other person’s', async () => {
    const now = 1_000_000
    const signIn = (id: string, more = {}) => ({
      id,
      personId: 'ann',
      device: null,
      madeAt: now - 1,
      usedAt: now,
      until: Date.now() + 60_000,
      ...more,
    })
    const isOver = async (id: string, more = {}) => (await store.signIns.standing(signIn(id, more))).over
    for (const id of ['here', 'there']) await store.signIns.note(signIn(id))
    await store.signIns.endOthers('ann', 'here', now)
    expect(await isOver('here')).toBe(false)
    expect(await isOver('there')).toBe(true)
    expect(await isOver('never seen')).toBe(true)
    expect(await isOver('later', { madeAt: now })).toBe(false)
    expect(await isOver('ben’s', { personId: 'ben' })).toBe(false)
    await store.signIns.note(signIn('there'))
    await store.signIns.note(signIn('later', { madeAt: now }))
    expect((await store.signIns.ofPerson('ann', now)).map(({ id }) => id)).toEqual(['here', 'later'])
    await store.signIns.endOthers('ann', null, now + 1)
    expect(await isOver('here')).toBe(true)
    expect(await isOver('later', { madeAt: now })).toBe(true)
  })

  test('a token is taken once, in time, and for what it was made', async () => {
    const token = (hash: string, more = {}) => ({
      hash,
      kind: 'reset' as const,
      personId: 'ann',
      createdAt: 1000,
      expiresAt: 2000,
      ...more,
    })
    await store.tokens.put(token('first'))
    await store.tokens.put(token('second'))
    await store.tokens.put(token('ben’s', { personId: 'ben' }))
    expect(await store.tokens.get('reset', 'first', 1999)).toEqual(token('first'))
    expect(await store.tokens.get('reset', 'first', 2000)).toBeNull()
    const taken = await Promise.all([1, 2, 3, 4].map(() => store.tokens.take('reset', 'first', 1500)))
    expect(taken.filter(each => each !== null)).toEqual([token('first')])
    await store.tokens.forget('reset', 'ann')
    expect(await store.tokens.get('reset', 'second', 1500)).toBeNull()
    expect(await store.tokens.get('reset', 'ben’s', 1500)).not.toBeNull()
    await store.tokens.put(token('later', { createdAt: 3000, expiresAt: 4000 }))
    expect(await store.tokens.get('reset', 'ben’s', 1500)).toBeNull()
  })

  test('a disabled person is signed in nowhere, until enabled', async () => {
    const isOver = async (personId: string) =>
      (await store.signIns.standing({ id: 'any', personId, madeAt: Date.now() })).over
    await store.signIns.disable('ann', 1000)
    await store.signIns.disable('ann', 2000)
    expect([await isOver('ann'), await isOver('ben')]).toEqual([true, false])
    expect([await store.signIns.isDisabled('ann'), await store.signIns.isDisabled('ben')]).toEqual([true, false])
    await store.signIns.enable('ann')
    expect([await isOver('ann'), await store.signIns.isDisabled('ann')]).toEqual([false, false])
  })

  test('accounts are the people with an address', async () => {
    await store.people.create(person('guest', { email: null }))
    expect((await store.people.accounts()).map(({ id }) => id)).toEqual(['ann', 'ben'])
  })

  test('one person becomes another: accounts, roles and seats go over, the higher role stays', async () => {
    await store.people.create(person('ann at the office', { email: null }))
    const office = 'ann at the office'
    await store.people.linkAccount('idp', 'ann', office)
    await store.workspaces.create({ id: 'own', name: 'Own', createdAt: 1000 }, office)
    await store.workspaces.create({ id: 'shared', name: 'Shared', createdAt: 1000 }, 'ben')
    await store.workspaces.setMember({ workspaceId: 'shared', personId: 'ann', role: 'manager' })
    await store.workspaces.setMember({ workspaceId: 'shared', personId: office, role: 'facilitator' })
    await store.workspaces.setMember({ workspaceId: 'w', personId: office, role: 'manager' })
    await store.boards.create(board('other', { workspaceId: 'own', createdBy: office }))
    await store.sessions.create(session('s2', { boardId: 'other' }))
    const seat = { role: 'contributor', status: 'in', joinedAt: 1000, inviteId: null } as const
    await store.sessions.setParticipant({ ...seat, sessionId: 's', personId: office })
    await store.sessions.setParticipant({ ...seat, sessionId: 's', personId: 'ann', role: 'facilitator' })
    await store.sessions.setParticipant({ ...seat, sessionId: 's2', personId: office })
    expect([await store.people.isGuest(office), await store.people.hasAccount('idp', office)]).toEqual([false, true])
    expect((await store.sessions.participants('s2'))[0]?.guest).toBe(false)

    await store.people.merge(office, 'ann')
    expect((await store.people.byAccount('idp', 'ann'))?.id).toBe('ann')
    const roles = Object.fromEntries((await store.workspaces.ofPerson('ann')).map(({ id, role }) => [id, role]))
    expect(roles).toEqual({ w: 'owner', own: 'owner', shared: 'facilitator' })
    expect(await store.workspaces.ofPerson(office)).toEqual([])
    expect((await store.sessions.participant('s', 'ann'))?.role).toBe('facilitator')
    expect((await store.sessions.participant('s2', 'ann'))?.role).toBe('contributor')
    expect(await store.sessions.participant('s', office)).toBeNull()
    expect((await store.boards.get('other'))?.createdBy).toBe('ann')
    expect((await store.people.get(office))?.name).toBe(`Name of ${office}`)
    expect(await store.people.isGuest(office)).toBe(true)
    expect((await store.people.get('ann'))?.email).toBe('ann@example.org')
  })

  test('a second factor is asked for once confirmed, and takes no step and no code twice', async () => {
    const { factors } = store
    const factor = { personId: 'ann', secret: 'sealed', createdAt: 1000, confirmedAt: null, lastStep: 0 }
    expect(await factors.get('ann')).toBeNull()
    expect(await factors.begin(factor)).toBe(true)
    expect(await factors.begin({ ...factor, secret: 'another' })).toBe(true)
    await factors.confirm('ann', 2000, ['one', 'two'])
    expect(await factors.begin({ ...factor, secret: 'a third' })).toBe(false)
    expect(await factors.get('ann')).toEqual({ ...factor, secret: 'another', confirmedAt: 2000 })
    const steps = await Promise.all([1, 2, 3].map(() => factors.useStep('ann', 7)))
    expect(steps.filter(Boolean)).toHaveLength(1)
    expect([await factors.useStep('ann', 6), await factors.useStep('ann', 8)]).toEqual([false, true])
    const codes = await Promise.all([1, 2, 3].map(() => factors.useCode('ann', 'one')))
    expect(codes.filter(Boolean)).toHaveLength(1)
    expect([await factors.useCode('ben', 'two'), await factors.codesLeft('ann')]).toEqual([false, 1])
    await factors.setCodes('ann', ['three', 'four', 'five'])
    expect([await factors.useCode('ann', 'two'), await factors.codesLeft('ann')]).toEqual([false, 3])
    await factors.remove('ann')
    expect([await factors.get('ann'), await factors.codesLeft('ann')]).toEqual([null, 0])
  })

  test('passkeys are kept for their person, once each', async () => {
    const passkey = (id: string, more = {}) => ({
      id,
      personId: 'ann',
      publicKey: 'key',
      counter: 0,
      transports: '[]',
      device: null,
      createdAt: 1000,
      usedAt: null,
      ...more,
    })
    await store.passkeys.add(passkey('later', { createdAt: 2000 }))
    await store.passkeys.add(passkey('first'))
    await expect(store.passkeys.add(passkey('first', { personId: 'ben' }))).rejects.toMatchObject({ kind: 'conflict' })
    expect((await store.passkeys.ofPerson('ann')).map(({ id }) => id)).toEqual(['first', 'later'])
    await store.passkeys.used('first', 7, 3000)
    expect(await store.passkeys.get('first')).toEqual(passkey('first', { counter: 7, usedAt: 3000 }))
    expect([await store.passkeys.remove('ben', 'first'), await store.passkeys.remove('ann', 'first')]).toEqual([
      false,
      true,
    ])
    expect(await store.passkeys.get('first')).toBeNull()
  })

  test('two people cannot have one email, but any number of guests have none', async () => {
    await expect(store.people.create(person('ann2', { email: 'ANN@example.org' }))).rejects.toMatchObject({
      name: 'StoreError',
      kind: 'conflict',
    })
    expect(await store.people.get('ann2')).toBeNull()
    await store.people.create(person('guest1', { email: null }))
    await store.people.create(person('guest2', { email: null }))
  })

  test('of a hundred sign-ups with one email at once, one succeeds', async () => {
    const all = Array.from({ length: 100 }, (_, i) => store.people.create(person(`p${i}`, { email: 'x@example.org' })))
    const results = await Promise.allSettled(all)
    expect(results.filter(r => r.status === 'fulfilled')).toHaveLength(1)
  })

  test('a renamed person has the new name everywhere', async () => {
    await store.people.setPassword('ann', 'scrypt$new')
    expect((await store.people.get('ann'))?.passwordHash).toBe('scrypt$new')
    await store.people.rename('ann', 'Ann of the coffee house')
    expect((await store.people.get('ann'))?.name).toBe('Ann of the coffee house')
    expect((await store.workspaces.members('w'))[0]?.name).toBe('Ann of the coffee house')
  })

  test('a workspace is made with its owner, or not at all', async () => {
    expect(await store.workspaces.ofPerson('ann')).toEqual([
      { id: 'w', name: 'Coffee house', createdAt: 1000, role: 'owner' },
    ])
    await expect(store.workspaces.create({ id: 'w2', name: 'X', createdAt: 1 }, 'nobody')).rejects.toThrow()
    expect(await store.workspaces.get('w2')).toBeNull()
  })

  test('members are added, change roles and leave', async () => {
    await store.workspaces.setMember({ workspaceId: 'w', personId: 'ben', role: 'manager' })
    await store.workspaces.setMember({ workspaceId: 'w', personId: 'ben', role: 'facilitator' })
    expect(await store.workspaces.member('w', 'ben')).toEqual({
      workspaceId: 'w',
      personId: 'ben',
      role: 'facilitator',
    })
    expect((await store.workspaces.members('w')).map(m => [m.name, m.email, m.role])).toEqual([
      ['Name of ann', 'ann@example.org', 'owner'],
      ['Name of ben', 'ben@example.org', 'facilitator'],
    ])
  })

  test('when members came is kept, and when they were last here', async () => {
    const before = Date.now()
    await store.workspaces.setMember({ workspaceId: 'w', personId: 'ben', role: 'manager' })
    await store.workspaces.sawMember('w', 'ben', 5000)
    await store.workspaces.sawMember('w', 'nobody', 5000)
    const [ann, ben] = await store.workspaces.members('w')
    expect(ann).toMatchObject({ joinedAt: 1000, lastHere: null })
    expect(ben?.lastHere).toBe(5000)
    expect(ben?.joinedAt).toBeGreaterThanOrEqual(before)
    await store.workspaces.setMember({ workspaceId: 'w', personId: 'ben', role: 'facilitator' })
    expect((await store.workspaces.members('w'))[1]).toEqual({ ...ben, role: 'facilitator' })
  })

  test('who is removed is out of the sessions on its boards too, and the links they made are closed', async () => {
    await store.workspaces.create({ id: 'other', name: 'Other', createdAt: 1 }, 'ben')
    await store.boards.create(board('foreign', { workspaceId: 'other' }))
    await store.sessions.create(session('elsewhere', { boardId: 'foreign' }))
    await store.workspaces.setMember({ workspaceId: 'w', personId: 'ben', role: 'facilitator' })
    for (const sessionId of ['s', 'elsewhere'])
      await store.sessions.setParticipant({
        sessionId,
        personId: 'ben',
        role: 'facilitator',
        status: 'in',
        joinedAt: 1,
        inviteId: null,
      })
    await store.sessions.createInvite(invite('bens', { createdBy: 'ben' }))
    await store.sessions.createInvite(invite('anns'))
    await store.workspaces.createInvite(memberInvite('m', { createdBy: 'ben' }))
    await store.workspaces.removeMember('w', 'ben', 7000)
    expect(await store.workspaces.member('w', 'ben')).toBeNull()
    expect((await store.sessions.participant('s', 'ben'))?.status).toBe('removed')
    expect((await store.sessions.participant('elsewhere', 'ben'))?.status).toBe('in')
    expect((await store.sessions.invite('bens'))?.revokedAt).toBe(7000)
    expect((await store.sessions.invite('anns'))?.revokedAt).toBeNull()
    expect((await store.workspaces.inviteByHash('hash of m'))?.revokedAt).toBe(7000)
  })

  test('a workspace is handed over, and called something else', async () => {
    await store.workspaces.setMember({ workspaceId: 'w', personId: 'ben', role: 'manager' })
    await store.workspaces.handOver('w', 'ann', 'ben')
    await store.workspaces.rename('w', 'Tea house')
    expect((await store.workspaces.members('w')).map(m => m.role)).toEqual(['facilitator', 'owner'])
    expect((await store.workspaces.get('w'))?.name).toBe('Tea house')
  })

  test('who somebody is is forgotten for good, and what refers to them stays', async () => {
    await store.people.linkAccount('idp', 'subject-1', 'ben')
    await store.people.forget('ben', 'Former participant')
    expect(await store.people.get('ben')).toEqual(person('ben', { name: 'Former participant', email: null }))
    expect(await store.people.byAccount('idp', 'subject-1')).toBeNull()
    expect(await store.people.byEmail('ben@example.org')).toBeNull()
  })

  test('a workspace is erased with its people and items', async () => {
    const item = { workspaceId: 'gone', kind: 'settings', id: 'a', name: 'A', json: '{}', createdAt: 5 }
    await store.workspaces.create({ id: 'gone', name: 'Gone', createdAt: 1 }, 'ben')
    await store.workspaces.putItem(item)
    await store.workspaces.putItem({ ...item, workspaceId: 'w' })
    expect((await store.workspaces.itemsOfKind('settings')).map(one => one.workspaceId).sort()).toEqual(['gone', 'w'])
    await store.workspaces.erase('gone')
    expect(await store.workspaces.get('gone')).toBeNull()
    expect(await store.workspaces.ofPerson('ben')).toEqual([])
    expect(await store.workspaces.itemsOfKind('settings')).toHaveLength(1)
  })

  test('guests are told whose sessions ended before a time, and who still have a name', async () => {
    const seat = { sessionId: 's', role: 'contributor', status: 'in', joinedAt: 1, inviteId: null } as const
    for (const id of ['guest', 'erased', 'staying']) await store.people.create(person(id, { email: null }))
    for (const personId of ['guest', 'erased', 'staying', 'ben'])
      await store.sessions.setParticipant({ ...seat, personId })
    const until = (before: number) => store.sessions.guestsUntil('w', before)
    expect(await until(9000)).toEqual([])
    await store.sessions.update('s', { status: 'ended', endedAt: 5000 })
    await store.sessions.create(session('s2'))
    await store.sessions.setParticipant({ ...seat, sessionId: 's2', personId: 'staying' })
    await store.history.eraseName('w', 'erased', 'Former participant 1', { everywhere: false })
    expect(await until(5000)).toEqual([])
    expect(await until(5001)).toEqual(['guest'])
    expect(await store.sessions.guestsUntil('elsewhere', 5001)).toEqual([])
  })

  test('a link for members is found by the hash of its token, and works until it ends, is used up or closed', async () => {
    const link = memberInvite('m', { expiresAt: 5000, maxUses: 2 })
    await store.workspaces.createInvite(link)
    await store.workspaces.createInvite(memberInvite('newer', { createdAt: 2000, expiresAt: 4000 }))
    expect(await store.workspaces.inviteByHash('hash of m')).toEqual(link)
    expect(await store.workspaces.inviteByHash('nothing')).toBeNull()
    const open = async (now: number) => (await store.workspaces.openInvites('w', now)).map(one => one.id)
    expect(await open(3000)).toEqual(['newer', 'm'])
    expect(await open(4000)).toEqual(['m'])
    const used = await Promise.all([1, 2, 3].map(() => store.workspaces.useInvite('m', 3000)))
    expect(used.filter(Boolean)).toHaveLength(2)
    expect(await store.workspaces.useInvite('newer', 4000)).toBe(false)
    expect(await store.workspaces.revokeInvite('elsewhere', 'newer', 3000)).toBe(false)
    expect(await store.workspaces.revokeInvite('w', 'newer', 3000)).toBe(true)
    expect(await store.workspaces.revokeInvite('w', 'newer', 3000)).toBe(false)
    expect(await open(3000)).toEqual([])
  })

  test('items of a workspace are kept by kind, replaced by id, and removed', async () => {
    const item = { workspaceId: 'w', kind: 'agenda', id: 'a', name: 'Full day', json: '{"x":"ü"}', createdAt: 5 }
    await store.workspaces.putItem(item)
    await store.workspaces.putItem({ ...item, name: 'Half day' })
    await store.workspaces.putItem({ ...item, kind: 'template' })
    expect(await store.workspaces.items('w', 'agenda')).toEqual([{ ...item, name: 'Half day' }])
    await store.workspaces.removeItem('w', 'agenda', 'a')
    expect(await store.workspaces.items('w', 'agenda')).toEqual([])
    expect(await store.workspaces.items('w', 'template')).toHaveLength(1)
  })

  test('what was done is read the newest first, narrowed and in pages', async () => {
    const act = (id: string, at: number, more: Partial<ActRecord> = {}): ActRecord => ({
      id,
      workspaceId: 'w',
      at,
      what: 'board.finish',
      personId: 'ann',
      boardId: 'b',
      onPersonId: null,
      detail: null,
      address: null,
      ...more,
    })
    await store.workspaces.create({ id: 'other', name: 'Other', createdAt: 1 }, 'ben')
    const full = { what: 'session.role', onPersonId: 'ben', detail: 'observer', address: '::1' } as const
    for (const each of [
      act('1', 10),
      act('2', 20, { personId: 'ben' }),
      act('3', 30, full),
      act('4', 40, { personId: null, boardId: 'gone' }),
      act('5', 50, { workspaceId: 'other' }),
    ])
      await store.record.add(each)
    const read = async (query: object) =>
      (await store.record.read({ workspaceId: 'w', limit: 10, offset: 0, ...query })).map(one => one.id)
    expect(await read({})).toEqual(['4', '3', '2', '1'])
    expect(await read({ limit: 2, offset: 1 })).toEqual(['3', '2'])
    expect(await read({ what: 'session.role' })).toEqual(['3'])
    expect(await read({ personId: 'ben' })).toEqual(['2'])
    expect(await read({ from: 20, to: 40 })).toEqual(['3', '2'])
    expect(await store.record.read({ workspaceId: 'w', what: 'session.role', limit: 1, offset: 0 })).toEqual([
      act('3', 30, full),
    ])
    expect((await store.record.people('w')).sort()).toEqual(['ann', 'ben'])
    await expect(store.record.add(act('1', 60))).rejects.toMatchObject({ kind: 'conflict' })
  })

  test('a board comes back as it was made, and changes field by field', async () => {
    expect(await store.boards.get('b')).toEqual(board('b'))
    await store.boards.update('b', { tags: ['to-be'], finishedAt: 9, finishedBy: 'ann' })
    await store.boards.update('b', {})
    expect(await store.boards.get('b')).toEqual(board('b', { tags: ['to-be'], finishedAt: 9, finishedBy: 'ann' }))
    await store.boards.update('b', { finishedAt: null, finishedBy: null })
    expect((await store.boards.get('b'))?.finishedAt).toBeNull()
  })

  test('boards are listed by workspace, the last changed first, in pages, without deleted ones', async () => {
    await store.workspaces.create({ id: 'other', name: 'Other', createdAt: 1 }, 'ben')
    await store.boards.create(board('b2', { changedAt: 3000 }))
    await store.boards.create(board('b3', { changedAt: 2000, finishedAt: 2000 }))
    await store.boards.create(board('gone', { deletedAt: 1 }))
    await store.boards.create(board('foreign', { workspaceId: 'other' }))
    const list = async (query: Partial<Parameters<Store['boards']['list']>[0]>) =>
      (await store.boards.list({ workspaceIds: ['w'], limit: 50, offset: 0, ...query })).map(b => b.id)
    expect(await list({})).toEqual(['b2', 'b3', 'b'])
    expect(await list({ limit: 1, offset: 1 })).toEqual(['b3'])
    expect(await list({ finished: true })).toEqual(['b3'])
    expect(await list({ finished: false })).toEqual(['b2', 'b'])
    expect(await list({ workspaceIds: [] })).toEqual([])
    expect(await list({ workspaceIds: ['w', 'other'] })).toEqual(['b2', 'b3', 'b', 'foreign'])
    expect(await list({ workspaceIds: ['w', 'other'], without: ['w'] })).toEqual(['foreign'])
  })

  test('boards somebody takes part in are listed whatever the workspace, unless they wait or were removed', async () => {
    const list = () => store.boards.list({ workspaceIds: [], participantId: 'ben', limit: 9, offset: 0 })
    const ben = { sessionId: 's', personId: 'ben', role: 'contributor', joinedAt: 1, inviteId: null } as const
    expect(await list()).toEqual([])
    await store.sessions.setParticipant({ ...ben, status: 'waiting' })
    expect(await list()).toEqual([])
    await store.sessions.setParticipant({ ...ben, status: 'in' })
    expect((await list()).map(b => b.id)).toEqual(['b'])
    await store.sessions.setParticipant({ ...ben, status: 'removed' })
    expect(await list()).toEqual([])
  })

  test('a session comes back as it was made, changes field by field, and is found by its short code', async () => {
    expect(await store.sessions.get('s')).toEqual(session('s'))
    const change = { status: 'open', lobby: true, shortCode: '123-456', startedAt: 7 } as const
    await store.sessions.update('s', change)
    expect(await store.sessions.byShortCode('123-456')).toEqual(session('s', change))
    await store.sessions.create(session('s2', { createdAt: 2000 }))
    await expect(store.sessions.update('s2', { shortCode: '123-456' })).rejects.toMatchObject({ kind: 'conflict' })
    expect((await store.sessions.ofBoard('b')).map(s => s.id)).toEqual(['s', 's2'])
  })

  test('participants carry their name, and whether they are guests', async () => {
    await store.people.create(person('guest', { email: null }))
    const guest = {
      sessionId: 's',
      personId: 'guest',
      role: 'observer',
      status: 'in',
      joinedAt: 2,
      inviteId: 'i',
    } as const
    const ben = {
      sessionId: 's',
      personId: 'ben',
      role: 'observer',
      status: 'in',
      joinedAt: 1,
      inviteId: null,
    } as const
    await store.sessions.setParticipant(guest)
    await store.sessions.setParticipant(ben)
    await store.sessions.setParticipant({ ...ben, role: 'contributor' })
    expect(await store.sessions.participant('s', 'guest')).toEqual(guest)
    expect(await store.sessions.participants('s')).toEqual([
      { ...ben, role: 'contributor', name: 'Name of ben', guest: false },
      { ...guest, name: 'Name of guest', guest: true },
    ])
  })

  test('an invite is used as often as it allows, even by many at once', async () => {
    await store.sessions.createInvite(invite('i', { maxUses: 3, expiresAt: 5000 }))
    const uses = await Promise.all(Array.from({ length: 10 }, () => store.sessions.useInvite('i', 4999)))
    expect(uses.filter(Boolean)).toHaveLength(3)
    expect(await store.sessions.invite('i')).toEqual(invite('i', { maxUses: 3, expiresAt: 5000, uses: 3 }))
    expect(await store.sessions.inviteByHash('hash of i')).toEqual(await store.sessions.invite('i'))
  })

  test('an invite that expired, was revoked or never was is not used', async () => {
    await store.sessions.createInvite(invite('old', { expiresAt: 5000 }))
    await store.sessions.createInvite(invite('revoked', { createdAt: 2000 }))
    await store.sessions.revokeInvite('revoked', 10)
    await store.sessions.revokeInvite('revoked', 20)
    expect(await store.sessions.useInvite('old', 5000)).toBe(false)
    expect(await store.sessions.useInvite('revoked', 30)).toBe(false)
    expect(await store.sessions.useInvite('never', 30)).toBe(false)
    expect((await store.sessions.invites('s')).map(i => [i.id, i.uses, i.revokedAt])).toEqual([
      ['old', 0, null],
      ['revoked', 0, 10],
    ])
  })

  test('names and texts of people are kept as text, whatever they hold', async () => {
    const name = `Robert'); drop table people;-- "x" \u0000 🂡 עברית`
    await store.people.create(person('bobby', { name }))
    expect((await store.people.get('bobby'))?.name).toBe(name)
  })

  test('everything is there after closing and opening again', async () => {
    await store.close()
    await expect(store.people.get('ann')).rejects.toMatchObject({ kind: 'broken' })
    store = await place.open()
    await store.ping()
    expect(await store.people.get('ann')).toEqual(person('ann'))
  })
})
