import { describe, expect, test } from 'vitest'
import { type Actor, roleOf } from '#lib/access/actor.ts'
import type { Phase } from '#lib/access/phase.ts'
import { type Ability, can, roleFor } from '#lib/access/policy.ts'
import { freeWork } from '#lib/access/rights.ts'
import { readSearch } from '#lib/report/search.ts'
import { running } from '#server/base/runtime.ts'
import { libraryOf, readFinishedBoard, readPortfolio, searchLibrary } from '#server/use-cases/library.ts'
import { readReport } from '#server/use-cases/report.ts'
import { openWorkshop } from '#tests/drivers/api.ts'

const w = openWorkshop()
const coffee = async (owner: { cookie: string | null }) => {
  const body = { title: 'Coffee', template: 'coffee' }
  return String((await w.api('POST /api/boards', {}, { cookie: owner.cookie, body })).body.board.id)
}
const finish = (boardId: string, who: { cookie: string | null }) =>
  w.api('POST /api/boards/[boardId]/finish', { boardId }, { cookie: who.cookie })

/** Everybody there is, on a board of their own that is open, and on one that is finished. */
async function everybody() {
  const mia = await w.owner()
  const [open, finished] = [await coffee(mia), await coffee(mia)]
  const actors: Record<string, Omit<Actor, 'personId'>> = {
    owner: { member: 'owner', participant: null },
    facilitator: { member: 'facilitator', participant: null },
    manager: { member: 'manager', participant: null },
    'guest who facilitates': { member: null, participant: 'facilitator' },
    contributor: { member: null, participant: 'contributor' },
    observer: { member: null, participant: 'observer' },
    nobody: { member: null, participant: null },
  }
  const ids = new Map<string, string>([['owner', mia.id]])
  for (const [name, { member, participant }] of Object.entries(actors)) {
    if (name === 'owner') continue
    const person = await w.server.person(name)
    ids.set(name, person.id)
    if (member) await w.server.member(mia.workspaceId, person, member)
    if (participant)
      for (const boardId of [open, finished]) {
        const { sessionId } = await w.invite(mia, boardId)
        await w.server.seat(sessionId, person, participant)
      }
  }
  await finish(finished, mia)
  return { mia, open, finished, actors, ids }
}

const phaseOf = (board: Phase['board']): Phase => ({
  board,
  session: board === 'open' ? 'open' : 'ended',
  frozen: false,
  rights: freeWork,
})

describe('every page of the library asks the policy', () => {
  test('what each may read is what the table says, on an open and on a finished board', async () => {
    const { mia, open, finished, actors, ids } = await everybody()
    for (const [name, actor] of Object.entries(actors)) {
      const person = await w.server.store.people.get(ids.get(name) ?? '')
      if (!person) throw new Error(name)
      const full = { personId: person.id, ...actor }
      const says = (ability: Ability, board: Phase['board']) =>
        can(ability, roleFor(ability, full), phaseOf(board)).ok && roleOf(full) !== 'nobody'
      const reads = (page: Promise<unknown>) =>
        page.then(
          () => true,
          () => false,
        )
      const label = (page: string) => `${name}: ${page}`
      expect(await reads(libraryOf(running(), person, mia.workspaceId)), label('library')).toBe(
        says('library.browse', 'finished'),
      )
      expect(await reads(readFinishedBoard(running(), person, finished)), label('finished board')).toBe(
        says('library.browse', 'finished'),
      )
      expect(await reads(readFinishedBoard(running(), person, open)), label('open board in the library')).toBe(false)
      for (const [board, boardId] of [
        ['open', open],
        ['finished', finished],
      ] as const)
        expect(await reads(readReport(running(), person, boardId)), label(`report, ${board}`)).toBe(
          says('board.report', board),
        )
    }
  })

  test('a workspace that is not one’s own does not exist, named or not', async () => {
    const [mia, other] = [await w.owner(), await w.owner()]
    const person = await w.server.store.people.get(other.id)
    const guest = await w.guest(mia, await coffee(mia))
    const visitor = await w.server.store.people.get(guest.id)
    if (!person || !visitor) throw new Error('nobody')
    await expect(libraryOf(running(), person, mia.workspaceId)).rejects.toMatchObject({ status: 404 })
    await expect(libraryOf(running(), visitor)).rejects.toMatchObject({ status: 404 })
  })
})

test('a search answers cards with numbers and names, and the portfolio adds them up', async () => {
  const mia = await w.owner()
  const boardId = await coffee(mia)
  await finish(boardId, mia)
  const found = await searchLibrary(running(), mia.workspaceId, readSearch({ q: 'waiter' }))
  expect(found).toMatchObject({ total: 1, pages: 1, facets: { facilitators: [{ id: mia.id, name: 'Mia' }] } })
  expect(found.cards[0]).toMatchObject({ id: boardId, facilitator: 'Mia', actions: { open: 10, overdue: 0, done: 1 } })
  expect(found.cards[0]?.excerpt.some(part => part.hit && /waiter/i.test(part.text))).toBe(true)
  expect(await readPortfolio(running(), mia.workspaceId)).toMatchObject({
    boards: 1,
    points: { before: 5, after: 2 },
    actions: { open: 10, done: 1 },
  })
})
