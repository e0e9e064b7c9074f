import { portfolioOf } from '#lib/report/portfolio.ts'
import type { LibrarySearch } from '#lib/report/search.ts'
import { summary } from '#lib/report/summary.ts'
import { type Access, authorise, authoriseInWorkspace, may } from '#server/base/access.ts'
import { notFound } from '#server/base/errors.ts'
import { namesIn } from '#server/base/names.ts'
import { limit } from '#server/base/rate-limit.ts'
import type { Running } from '#server/base/runtime.ts'
import type { LibraryHit } from '../store/library-store.ts'
import type { BoardRecord, PersonRecord } from '../store/store.ts'
import { settingsOf } from './settings.ts'

/** Boards on one page of the library. */
const pageSize = 24
const day = 86_400_000

/**
 * Returns the workspaces whose finished boards a person may browse, and the selected one: the requested or else the
 * first.
 */
export async function libraryOf({ store }: Running, person: PersonRecord, asked?: string) {
  const workspaces = await store.workspaces.ofPerson(person.id)
  const id = asked ?? workspaces[0]?.id
  if (id === undefined) throw notFound()
  await authoriseInWorkspace(store, person.id, id, 'library.browse')
  return { workspaceId: id, workspaces: workspaces.map(({ id, name }) => ({ id, name })) }
}

const today = () => new Date().toISOString().slice(0, 10)

/** A finished board as cards show it. */
async function cardsOf(
  { store }: Running,
  workspaceId: string,
  hits: readonly Pick<LibraryHit, 'board' | 'summary'>[],
) {
  const ids = [...new Set(hits.flatMap(({ board }) => (board.finishedBy ? [board.finishedBy] : [])))]
  const called = await namesIn(store, workspaceId)
  const names = new Map((await store.people.many(ids)).map(({ id, name }) => [id, called(id, name)]))
  const now = today()
  return hits.map(({ board, summary: json }) => {
    const kept = summary.parse(JSON.parse(json))
    const open = kept.actions.filter(action => !action.done)
    return {
      id: board.id,
      title: board.title,
      customer: board.customer,
      process: board.process,
      tags: board.tags,
      finishedAt: board.finishedAt ?? board.changedAt,
      facilitator: names.get(board.finishedBy ?? '') ?? null,
      picture: `/api/library/${board.id}/picture?at=${board.finishedAt}`,
      promise: kept.promise,
      before: kept.before,
      after: kept.after,
      verdicts: kept.verdicts,
      actions: {
        open: open.length,
        overdue: open.filter(action => action.due !== null && action.due < now).length,
        done: kept.actions.length - open.length,
      },
    }
  })
}

/** Returns one page of a search, with the facets by which it could be narrowed. */
export async function searchLibrary(running: Running, workspaceId: string, search: LibrarySearch) {
  const { store } = running
  const given = <K extends string, V>(key: K, value: V | undefined) =>
    (value === undefined ? {} : { [key]: value }) as Partial<Record<K, V>>
  const [{ hits, total, meant }, facets] = await Promise.all([
    store.library.search({
      workspaceId,
      words: search.q ?? '',
      ...given('customer', search.customer),
      ...given('process', search.process),
      ...given('tag', search.tag),
      ...given('facilitatorId', search.by),
      ...given('from', search.from === undefined ? undefined : Date.parse(search.from)),
      ...given('to', search.to === undefined ? undefined : Date.parse(search.to) + day),
      ...given('actions', search.actions),
      today: today(),
      sort: search.sort,
      limit: pageSize,
      offset: (search.page - 1) * pageSize,
    }),
    store.library.facets(workspaceId),
  ])
  const cards = await cardsOf(running, workspaceId, hits)
  const called = await namesIn(store, workspaceId)
  const people = (await store.people.many(facets.facilitatorIds)).map(({ id, name }) => ({
    id,
    name: called(id, name),
  }))
  return {
    cards: cards.map((card, i) => ({ ...card, excerpt: hits[i]?.excerpt ?? [] })),
    total,
    meant,
    pages: Math.max(1, Math.ceil(total / pageSize)),
    facets: {
      customers: facets.customers,
      processes: facets.processes,
      tags: facets.tags,
      facilitators: people.sort((a, b) => a.name.localeCompare(b.name)),
    },
  }
}

/** Returns access to one finished board of the library; throws notFound for everything else. */
async function finishedBoard({ store }: Running, person: PersonRecord, boardId: string): Promise<Access> {
  const access = await authorise(store, person.id, boardId, 'library.browse').catch(() => null)
  if (!access || access.board.finishedAt === null) throw notFound()
  return access
}

/** Returns everything the library shows of one finished board. */
export async function readFinishedBoard(running: Running, person: PersonRecord, boardId: string) {
  const { store, reader } = running
  const access = await finishedBoard(running, person, boardId)
  limit('wholeBoard', person.id)
  const { board } = access
  const [entry, made, series, sessions] = await Promise.all([
    store.library.get(boardId),
    reader.make(person.id, 'report', boardId, { title: board.title, runOn: true }),
    seriesOf(running, access),
    store.sessions.ofBoard(boardId),
  ])
  if (!entry) throw notFound()
  const [card] = await cardsOf(running, board.workspaceId, [{ board, summary: entry.summary }])
  if (!card) throw notFound()
  const called = await namesIn(store, board.workspaceId)
  const people = await Promise.all(sessions.map(session => store.sessions.participants(session.id)))
  return {
    card,
    ...made,
    currency: (await settingsOf({ store }, board.workspaceId)).currency,
    sessions: sessions.map(({ id, title, startedAt, endedAt }, i) => ({
      id,
      title,
      startedAt,
      endedAt,
      people: (people[i] ?? [])
        .filter(one => one.status === 'in')
        .map(one => ({ name: called(one.personId, one.name), role: one.role })),
    })),
    series,
    mayContinue: may(access, 'board.duplicate'),
  }
}

/** Returns the boards of a board's series, the oldest first, for people who may browse the library; none for others. */
export async function seriesOf({ store }: Running, access: Access) {
  if (!may(access, 'library.browse')) return []
  const series = await store.boards.series(access.board.workspaceId, access.board.seriesId)
  return series.map(inSeries(access))
}

const inSeries = (access: Access) => (board: BoardRecord) => ({
  id: board.id,
  title: board.title,
  finishedAt: board.finishedAt,
  createdAt: board.createdAt,
  url: board.finishedAt === null ? `/b/${board.id}` : `/library/${board.id}`,
  here: board.id === access.board.id,
})

/** Returns what recurs in all finished boards of a workspace, and what became of it. */
export async function readPortfolio({ store }: Running, workspaceId: string) {
  const boards = await store.library.all(workspaceId)
  return portfolioOf(
    boards.map(({ board, summary: json }) => ({
      id: board.id,
      title: board.title,
      finishedAt: board.finishedAt ?? board.changedAt,
      seriesId: board.seriesId,
      summary: summary.parse(JSON.parse(json)),
    })),
    today(),
  )
}
