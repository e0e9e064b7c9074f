import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { LibraryEntry, LibraryQuery } from '#server/store/library-store.ts'
import type { Store } from '#server/store/store.ts'
import { board, furnish, person } from './records.ts'
import { implementations, type Place } from './stores.ts'

describe.each(implementations)('the library on $name', implementation => {
  beforeAll(implementation.start)
  afterAll(implementation.stop)
  let place: Place
  let store: Store
  beforeEach(async () => {
    place = await implementation.place()
    store = await place.open()
    await furnish(store)
    await store.people.create(person('cleo'))
    await store.workspaces.create({ id: 'other', name: 'Tea house', createdAt: 1000 }, 'cleo')
  })
  afterEach(async () => {
    await store.close()
    await place.remove()
  })

  const finish = async (
    id: string,
    more: Partial<LibraryEntry> & {
      title?: string
      customer?: string
      tags?: string[]
      by?: string
      notes?: string
    } = {},
  ) => {
    const { title = `Board ${id}`, customer = 'A guest', tags = [], by = 'ann', notes = '', ...entry } = more
    const finishedAt = entry.finishedAt ?? 5000
    const workspaceId = entry.workspaceId ?? 'w'
    await store.boards.create(board(id, { title, customer, tags, finishedAt, finishedBy: by, workspaceId }))
    await store.library.put({
      boardId: id,
      workspaceId,
      finishedAt,
      pointsBefore: 5,
      pointsAfter: 2,
      actionsOpen: 0,
      actionsDone: 0,
      nextDue: null,
      summary: `{"of":"${id}"}`,
      picture: `<svg>${id}</svg>`,
      text: { title: [title, customer, ...tags].join('\n'), outcome: '', notes, comments: '' },
      ...entry,
    })
  }
  const search = (query: Partial<LibraryQuery> = {}) =>
    store.library.search({
      workspaceId: 'w',
      words: '',
      sort: 'best',
      today: '2026-03-01',
      limit: 20,
      offset: 0,
      ...query,
    })
  const found = async (query: Partial<LibraryQuery> = {}) => (await search(query)).hits.map(hit => hit.board.id)

  test('words find a board by any of its texts, begun words too, whatever their accents and capitals', async () => {
    await finish('a', { notes: 'Der Kellner stellt die Tasse auf die Theke' })
    await finish('b1', {
      text: { title: 'Café', outcome: 'Served within 4 minutes', notes: '', comments: 'ask the bar' },
    })
    expect(await found({ words: 'kellner' })).toEqual(['a'])
    expect(await found({ words: 'KELLNER tass' })).toEqual(['a'])
    expect(await found({ words: 'cafe' })).toEqual(['b1'])
    expect(await found({ words: 'minutes bar' })).toEqual(['b1'])
    expect(await found({ words: 'kellner minutes' })).toEqual([])
  })

  test('an excerpt says what was found in turns, and markup in it stays text', async () => {
    await finish('a', { notes: 'Before <b>the</b> waiter\u0002 collects the cup' })
    const { hits } = await search({ words: 'waiter' })
    expect(hits[0]?.excerpt).toEqual([
      { text: 'Before <b>the</b> ', hit: false },
      { text: 'waiter', hit: true },
      { text: ' collects the cup', hit: false },
    ])
  })

  test('no word is an operator', async () => {
    await finish('a', { notes: 'nothing of the kind' })
    const tries = ['"', '*', 'nothing OR zzz', 'NEAR(zzz', 'title:zzz', 'nothing NOT zzz', "'; drop table library;--"]
    for (const words of [...tries, '(', 'zzz" OR "a']) expect(await found({ words }), words).toEqual([])
    expect(await found({ words: 'nothing' })).toEqual(['a'])
  })

  test('a title counts more than a note', async () => {
    await finish('note', { notes: 'espresso '.repeat(3), finishedAt: 9000 })
    await finish('title', { title: 'Espresso', finishedAt: 1000 })
    expect(await found({ words: 'espresso' })).toEqual(['title', 'note'])
  })

  test('of a word that is on very many boards the titles come first, then the newest, and all are counted', async () => {
    for (let i = 0; i < 410; i++)
      await finish(`b-${i}`, { title: `Board ${i}`, notes: 'espresso', finishedAt: 1000 + i })
    await finish('title', { title: 'Espresso', finishedAt: 900 })
    const { hits, total } = await search({ words: 'espresso', limit: 3 })
    expect(hits.map(hit => hit.board.id)).toEqual(['title', 'b-409', 'b-408'])
    expect(total).toBe(411)
    expect(hits[1]?.excerpt).toEqual([{ text: 'espresso', hit: true }])
  })

  test('a word is found inside a longer one, and those come first that have it as a word', async () => {
    await finish('compound', { notes: 'Die Kaffeetassenuntersetzer fehlen', finishedAt: 9000 })
    await finish('end', { notes: 'Eine Kaffeetasse', finishedAt: 8000 })
    await finish('word', { notes: 'Eine Tasse', finishedAt: 1000 })
    expect(await found({ words: 'tasse' })).toEqual(['word', 'compound', 'end'])
    expect(await found({ words: 'untersetzer' })).toEqual(['compound'])
    expect(await found({ words: 'tasse eine' })).toEqual(['word', 'end'])
    expect((await search({ words: 'untersetzer' })).hits[0]?.excerpt).toEqual([
      { text: 'Die ', hit: false },
      { text: 'Kaffeetassenuntersetzer', hit: true },
      { text: ' fehlen', hit: false },
    ])
  })

  test.each([
    [
      'Größe der Straße',
      ['groesse', 'Grösse', 'GRÖSSE', 'grosse', 'strasse', 'Straße', 'STRAẞE', 'grö', 'gro\u0308ße'],
    ],
    ['Groesse der Strasse', ['groesse', 'Grösse', 'Größe', 'Straße']],
    ['Schön, Ærø og Ångström', ['schoen', 'schon', 'aeroe', 'ærø', 'aero', 'angstrom', 'aangstroem']],
    ['Nguyễn, Łódź, İstanbul, ΟΔΟΣ', ['nguyen', 'lodz', 'istanbul', 'οδος', 'Οδός']],
    ['ＡＢＣ ﬁnal', ['abc', 'final']],
    ['Frei\u00adgabe', ['freigabe']],
  ])('“%s” is found however it is written', async (notes, tries) => {
    await finish('a', { notes })
    for (const words of tries) expect(await found({ words }), words).toEqual(['a'])
  })

  test('ö is oe, and o is not: that would be an error', async () => {
    await finish('a', { notes: 'schon' })
    expect((await search({ words: 'schoen' })).meant).toBe('schon')
  })

  test.each([
    ['客户在咖啡店点了一杯浓缩咖啡', '咖啡店', '咖啡'],
    ['お客様がエスプレッソを注文する', '注文', 'エスプレッソ'],
    ['お客様がエスプレッソを注文する', '様', 'ｴｽﾌﾟﾚｯｿ'],
    ['ลูกค้าสั่งกาแฟที่เคาน์เตอร์', 'กาแฟ', 'สั่ง'],
    ['고객이 커피를주문한다', '커피', '주문'],
    ['顧客𠮷田さん', '𠮷', '𠮷田'],
  ])('in “%s”, which has no spaces, “%s” and “%s” are found', async (notes, one, other) => {
    await finish('a', { notes: `Board\n${notes}` })
    await finish('z', { notes: 'アイウエオ' })
    for (const words of [one, other, `${other} board`]) expect(await found({ words }), words).toEqual(['a'])
    const marked = (await search({ words: one })).hits[0]?.excerpt.filter(({ hit }) => hit)
    expect(marked?.[0]?.text).toBe(one)
  })

  test('characters that stand together elsewhere only are not found', async () => {
    await finish('a', { notes: '注意\n文化' })
    expect(await found({ words: '注文' })).toEqual([])
    expect(await found({ words: 'ฟแาก' })).toEqual([])
  })

  test('one error is forgiven, and what was meant is said as somebody spelled it', async () => {
    await finish('a', { notes: 'Der Kellner stellt die Kaffeetasse auf die Straße' })
    for (const [words, meant] of [
      ['kelner', 'kellner'],
      ['Kelllner', 'kellner'],
      ['kellmer', 'kellner'],
      ['kelnler', 'kellner'],
      ['ekllner', 'kellner'],
      ['strsse', 'straße'],
      ['kafeetasse', 'kaffeetasse'],
      ['tassse', 'tasse'],
      ['der kelner', 'der kellner'],
      ['kelner, stelt', 'kellner, stellt'],
    ] as const) {
      const answer = await search({ words })
      expect([words, answer.meant, answer.total]).toEqual([words, meant, 1])
      expect(answer.hits[0]?.excerpt.some(({ hit }) => hit)).toBe(true)
    }
  })

  test('nothing else is meant: by words that are there, by two errors, by short words and numbers', async () => {
    await finish('a', { notes: 'Der Kellner hat 12345 Tassen' })
    await finish('b1', { notes: 'Die Kelle' })
    for (const words of ['kelle tassen', 'kemmner', 'dei', '12346', 'keller nichts'])
      expect(await search({ words }), words).toMatchObject({ total: 0, meant: null })
    expect(await search({ words: 'kellner' })).toMatchObject({ total: 1, meant: null })
  })

  test('words of another workspace are never proposed', async () => {
    await finish('theirs', { notes: 'Betriebsgeheimnis', workspaceId: 'other' })
    expect(await search({ words: 'betriebsgeheimnjs' })).toMatchObject({ total: 0, meant: null })
  })

  test('an excerpt of a long run cuts no character, and keeps to its length', async () => {
    await finish('a', { notes: `${'👩‍🍳é'.repeat(200)} ${'ลูกค้าสั่ง'.repeat(40)}กาแฟ${'𠮷'.repeat(300)}` })
    const [hit] = (await search({ words: 'กาแฟ' })).hits
    const text = hit?.excerpt.map(turn => turn.text).join('') ?? ''
    expect(text).toContain('กาแฟ')
    expect(text.length).toBeLessThan(250)
    expect(text.isWellFormed()).toBe(true)
  })

  test('nothing of another workspace, of boards that were deleted, or of boards that are not finished is found', async () => {
    await finish('mine', { notes: 'cup' })
    await finish('theirs', { notes: 'cup', workspaceId: 'other' })
    await finish('gone', { notes: 'cup' })
    await store.boards.update('gone', { deletedAt: 1 })
    expect(await found({ words: 'cup' })).toEqual(['mine'])
    expect(await found()).toEqual(['mine'])
    expect((await search()).total).toBe(1)
    expect((await store.library.all('w')).map(one => one.board.id)).toEqual(['mine'])
  })

  test('filters: customer, process, tag, facilitator, date, actions', async () => {
    await finish('a', {
      customer: 'Guest',
      tags: ['bar', '100%'],
      finishedAt: 1000,
      actionsOpen: 2,
      nextDue: '2026-02-01',
    })
    await finish('b1', { customer: 'Host', by: 'ben', finishedAt: 2000, actionsOpen: 1, nextDue: '2026-04-01' })
    await finish('c', { tags: ['barista'], finishedAt: 3000, actionsDone: 3 })
    expect(await found({ customer: 'Guest' })).toEqual(['a'])
    expect(await found({ process: 'Ordering coffee', sort: 'oldest' })).toEqual(['a', 'b1', 'c'])
    expect(await found({ tag: 'bar' })).toEqual(['a'])
    expect(await found({ facilitatorId: 'ben' })).toEqual(['b1'])
    expect(await found({ from: 2000, to: 3000 })).toEqual(['b1'])
    expect(await found({ actions: 'open', sort: 'oldest' })).toEqual(['a', 'b1'])
    expect(await found({ actions: 'overdue' })).toEqual(['a'])
    expect(await found({ actions: 'done' })).toEqual(['c'])
    expect(await found({ words: 'board', customer: 'Host' })).toEqual(['b1'])
    expect(await store.library.facets('w')).toEqual({
      customers: ['A guest', 'Guest', 'Host'],
      processes: ['Ordering coffee'],
      tags: ['100%', 'bar', 'barista'],
      facilitatorIds: ['ann', 'ben'],
    })
  })

  test('sorted and in pages, with the number of all', async () => {
    await finish('a', { title: 'beta', finishedAt: 1000, pointsBefore: 9, pointsAfter: 8 })
    await finish('b1', { title: 'Alpha', finishedAt: 3000, pointsBefore: 5, pointsAfter: 0 })
    await finish('c', { title: 'Gamma', finishedAt: 2000, pointsBefore: 7, pointsAfter: 5 })
    expect(await found()).toEqual(['b1', 'c', 'a'])
    expect(await found({ sort: 'oldest' })).toEqual(['a', 'c', 'b1'])
    expect(await found({ sort: 'title' })).toEqual(['b1', 'a', 'c'])
    expect(await found({ sort: 'points' })).toEqual(['a', 'c', 'b1'])
    expect(await found({ sort: 'gain' })).toEqual(['b1', 'c', 'a'])
    const page = await search({ limit: 2, offset: 2 })
    expect(page).toMatchObject({ total: 3, hits: [{ board: { id: 'a' }, summary: '{"of":"a"}' }] })
  })

  test('an entry is replaced whole, and missing ones are named', async () => {
    await finish('a', { notes: 'first' })
    const kept = await store.library.get('a')
    await store.library.put({
      ...(kept as LibraryEntry),
      picture: '<svg/>',
      text: { title: '', outcome: '', notes: 'second', comments: '' },
    })
    expect(await found({ words: 'first' })).toEqual([])
    expect(await found({ words: 'second' })).toEqual(['a'])
    expect(await store.library.picture('a')).toBe('<svg/>')
    await store.boards.create(board('late', { finishedAt: 4000 }))
    expect(await store.library.missing()).toEqual(['late'])
    expect(await store.library.get('late')).toBeNull()
  })

  test('what an older version kept is found in the new way when the store is opened, and nothing of it is lost', async () => {
    await finish('a', { title: 'Ordering', notes: 'Die Kaffeetasse\nGröße' })
    await finish('b1', { notes: 'Der Kellner' })
    const [before] = (await search({ words: 'kaffeetasse' })).hits
    await store.close()
    await place.tamper(implementation.name === 'SQLite' ? asBefore.sqlite : asBefore.postgres)
    store = await place.open()
    expect(await found({ words: 'tasse groesse' })).toEqual(['a'])
    expect((await search({ words: 'kelner' })).meant).toBe('kellner')
    expect((await search({ words: 'kaffeetasse' })).hits).toEqual([before])
    expect(await store.library.picture('a')).toBe('<svg>a</svg>')
    expect(await store.library.reindex()).toBe(0)
  })

  test('boards of a series, the oldest first', async () => {
    await store.boards.create(board('s2', { seriesId: 'b', createdAt: 3000 }))
    await store.boards.create(board('s1', { seriesId: 'b', createdAt: 2000 }))
    await store.boards.create(board('s0', { seriesId: 'b', createdAt: 500, deletedAt: 1 }))
    expect((await store.boards.series('w', 'b')).map(one => one.id)).toEqual(['b', 's1', 's2'])
    expect(await store.boards.series('other', 'b')).toEqual([])
  })
})

/** What came after words of our own: an older version had none of it. */
const later = `
    drop table "signIns"; drop table "signInCuts"; drop table tokens; drop table "disabledPeople";
    drop table "memberInvites"; alter table members drop column "joinedAt"; alter table members drop column "lastHere";
    drop table acts; drop table factors; drop table "recoveryCodes"; drop table passkeys;
    drop index "boardsByDeletion"; alter table boards drop column "deletedBy";`

/** The tables as the version before words of our own left them. */
const asBefore = {
  sqlite: `${later}
    create table texts as select rowid as id, title, outcome, notes, comments from "libraryText";
    drop table "libraryText"; drop table "libraryIndex"; drop table "libraryWords";
    create virtual table "libraryText" using fts5(title, outcome, notes, comments, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
    insert into "libraryText" (rowid, title, outcome, notes, comments) select * from texts;
    drop table texts;
    delete from kysely_migration where name >= '0012-library-words'`,
  postgres: `${later}
    drop table "libraryWords"; drop index "libraryTextTitle";
    alter table "libraryText" drop column version, alter document drop default, alter "titleWords" drop default;
    update "libraryText" set document = to_tsvector(notes), "titleWords" = to_tsvector(title);
    delete from kysely_migration where name >= '0012-library-words'`,
}
