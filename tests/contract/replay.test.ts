import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { moveNotes, setNotes } from '#lib/board/commands/notes.ts'
import { readBoard } from '#lib/board/model.ts'
import { currentRound } from '#lib/facilitation/stage.ts'
import { BoardPlayer } from '#lib/replay/player.ts'
import { rowOfSeq } from '#lib/replay/repair.ts'
import { readRows } from '#lib/replay/row-reader.ts'
import { shown } from '#tests/drivers/history.ts'
import type { OwnClient } from '#tests/drivers/own-client.ts'
import { pickOne, random } from '#tests/drivers/random.ts'
import { atActivity, done, notesOn, saved, stageOn, TestRoom, type, write } from '#tests/drivers/room.ts'
import { startServer, type TestServer } from '#tests/drivers/server.ts'
import { until } from '#tests/drivers/until.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.close())

const seeds = [Number(process.env.SEED ?? 20261125), 8]

test.each(seeds)(
  'a workshop with private rounds is replayed as it was, and keeps its secrets (seed %i)',
  async seed => {
    const chance = random(seed)
    const fay = await server.person(`Fay ${seed}`)
    const room = new TestRoom(server, await server.board(fay))
    const facilitator = await room.join(fay)
    const guests = await Promise.all(['Ann', 'Bob', 'Cem'].map(name => room.guest(`${name} ${seed}`)))
    const states: { seq: number; state: ReturnType<typeof shown> }[] = []
    /** What stands on the wall now, as the server has it. */
    const look = async () =>
      states.push({
        state: shown(await server.hub.read(room.boardId, readBoard)),
        seq: await server.store.log.head(room.boardId),
      })
    const act = async ({ board }: { board: OwnClient }) => {
      const tools = { doc: board.doc, newId: () => `x${seed}-${chance.below(1e9)}` }
      const wall = readBoard(board.doc)
      const note = wall.notes.size > 0 ? pickOne(chance, [...wall.notes.keys()]) : null
      const dice = chance.below(4)
      if (!note || dice === 0) write(board, `open ${chance.below(1e6)}`)
      else if (dice === 1) moveNotes(tools, wall, new Map([[note, { x: chance.below(900), y: chance.below(900) }]]))
      else if (dice === 2) setNotes(tools, 'note.colour', [note], { colour: pickOne(chance, ['pink', 'mint', null]) })
      else type(board, note, 'ü')
      await saved(board)
      await look()
    }
    const privately = async (activity: string, secret: (name: string) => string) => {
      await atActivity(facilitator, [activity])
      await look()
      for (const guest of guests) {
        const mine = await room.privateNotes(guest.person, guest.board)
        write(mine, secret(guest.person.name))
        await saved(mine)
      }
      const before = await server.store.log.head(room.boardId)
      await done(facilitator, 'drafts.reveal', { round: currentRound(stageOn(facilitator)) })
      await look()
      return before
    }

    await atActivity(facilitator, ['free-work'])
    for (let step = 0; step < 15; step += 1) await act(pickOne(chance, guests))
    const beforeNamed = await privately('ideas', name => `secret of ${name}`)
    await atActivity(facilitator, ['free-work'])
    for (let step = 0; step < 15; step += 1) await act(pickOne(chance, guests))
    await privately('anonymous-round', () => `nobody said this ${chance.below(1e6)}`)
    await until(() => notesOn(facilitator).filter(note => note.text.includes('nobody')).length === 3, 'revealed')

    const { rows } = await server.recordings.upToDate(room.boardId)
    const player = new BoardPlayer(readRows(gunzipSync(rows)))
    for (const { seq, state } of [...states, ...states.toReversed(), ...states.filter(() => chance.below(3) === 0)]) {
      player.seek(rowOfSeq(player.cursor.rows, seq))
      expect(shown(player), `after entry ${seq}`).toEqual(state)
    }

    player.seek(player.cursor.rows.count - 1)
    for (const note of player.notes.values()) {
      const author = guests.find(guest => note.text.endsWith(guest.person.name))
      if (note.text.includes('secret of')) expect(note.made.by).toBe(author?.person.id)
      if (note.text.includes('nobody said')) expect(note.made.by).toBeNull()
    }
    expect(notesOn(facilitator).some(note => note.text.endsWith(`secret of Ann ${seed}`))).toBe(true)
    player.seek(rowOfSeq(player.cursor.rows, beforeNamed))
    expect([...player.notes.values()].some(note => note.text.includes('secret'))).toBe(false)
    await room.close()
  },
)
