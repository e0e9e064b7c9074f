import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { addEntity, textOf } from '#lib/board/commands/writer.ts'
import { readBoard } from '#lib/board/model.ts'
import { rootOf } from '#lib/board/schema.ts'
import type { Note } from '#lib/board/snapshot.ts'
import { itemOf } from '#lib/facilitation/agendas.ts'
import type { AgendaItem } from '#lib/facilitation/define.ts'
import { currentRound, readStage, type Stage } from '#lib/facilitation/stage.ts'
import { OwnClient } from './own-client.ts'
import type { TestPerson, TestServer } from './server.ts'
import { until } from './until.ts'

/** A workshop over real sockets: who is on a board, what its stage says, their private notes. */
export class TestRoom {
  readonly server: TestServer
  readonly boardId: string
  readonly sessionId: string
  readonly #clients: OwnClient[] = []

  constructor(server: TestServer, place: { boardId: string; sessionId: string }) {
    this.server = server
    this.boardId = place.boardId
    this.sessionId = place.sessionId
  }

  async join(person: TestPerson, docId = this.boardId): Promise<OwnClient> {
    const client = new OwnClient(this.server.url, docId, person.cookie)
    this.#clients.push(client)
    await until(() => client.synced || client.closed, 'in step, or turned away')
    return client
  }
  async guest(name: string, role: 'contributor' | 'observer' | 'facilitator' = 'contributor') {
    const person = await this.server.person(name)
    await this.server.seat(this.sessionId, person, role)
    return { person, board: await this.join(person) }
  }
  /** Returns the document of a person's private notes in the current round. */
  async privateNotes(person: TestPerson, board: OwnClient): Promise<OwnClient> {
    return this.join(person, `${this.boardId}.draft.${currentRound(stageOn(board))}`)
  }
  async close(): Promise<void> {
    for (const client of this.#clients) await client.close()
  }

  /** Returns all bytes of the database's files. */
  async onDisk(): Promise<Buffer[]> {
    const names = (await readdir(this.server.dataDir)).filter(name => name.includes('.sqlite'))
    return Promise.all(names.map(name => readFile(join(this.server.dataDir, name))))
  }
}

export const stageOn = ({ doc }: OwnClient): Stage => readStage(rootOf(doc, 'stage').get('now')?.toJSON() ?? {})
export const notesOn = ({ doc }: OwnClient): Note[] => [...readBoard(doc).notes.values()]
export const noteOn = (client: OwnClient, text: string): Note | undefined =>
  notesOn(client).find(note => note.text === text)

/** Sends a command that must succeed; returns its value. */
export async function done(client: OwnClient, command: string, input: unknown = {}): Promise<unknown> {
  const result = await client.request(command, input)
  if (!result.ok) throw new Error(`${command}: ${result.message}`)
  return result.value
}

/** Puts activities on the agenda and moves everybody to the first. */
export async function atActivity(
  facilitator: OwnClient,
  ...activities: readonly (readonly [activity: string, rights?: Partial<AgendaItem['rights']>])[]
): Promise<AgendaItem[]> {
  const items = activities.map(([activity, rights], index) => {
    const item = itemOf(activity, `item${index}`)
    return { ...item, rights: { ...item.rights, ...rights } }
  })
  await done(facilitator, 'agenda.set', { items })
  await done(facilitator, 'agenda.go', { item: 'item0' })
  return items
}

let count = 0
export function write({ doc }: OwnClient, text: string, kind = 'idea', id = `n${++count}`): string {
  // A valid key of the stack: its fraction never ends in 0.
  const z = `a0${String(count).padStart(6, '0')}V`
  doc.transact(() => addEntity({ doc, newId: () => id }, 'notes', id, { kind, pos: [0, 0], z, text }))
  return id
}
export const type = ({ doc }: OwnClient, id: string, text: string): void => textOf(doc, 'notes', id)?.insert(0, text)
export const saved = (client: OwnClient): Promise<void> =>
  until(() => client.sent > 0 && client.saved === client.sent, 'everything is saved')

/** Returns whether any of the messages or files contains these bytes. */
export const holds = (all: readonly Buffer[], bytes: string | Buffer): boolean => all.some(one => one.includes(bytes))
