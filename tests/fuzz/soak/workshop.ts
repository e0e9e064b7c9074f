import { addEntity, setFields, textOf } from '#lib/board/commands/writer.ts'
import { rootOf } from '#lib/board/schema.ts'
import { itemOf } from '#lib/facilitation/agendas.ts'
import { currentRound } from '#lib/facilitation/stage.ts'
import { OwnClient } from '#tests/drivers/own-client.ts'
import { type Chance, pickOne } from '#tests/drivers/random.ts'
import { stageOn } from '#tests/drivers/room.ts'
import type { TestPerson } from '#tests/drivers/server.ts'
import { until } from '#tests/drivers/until.ts'
import { cursorOf } from '../abuse/cursors.ts'

/** A board and who comes to it: the first of them leads, the last may only watch. */
export interface Place {
  boardId: string
  people: readonly TestPerson[]
}

const agenda = ['ideas', 'cluster'].map((activity, index) => itemOf(activity, `item${index}`))
let count = 0

/** Somebody who does at random what people do on boards, with everything that one may ask of a server. */
export class Visitor {
  acts = 0
  readonly #url: string
  readonly #place: Place
  readonly #person: TestPerson
  readonly #chance: Chance

  constructor(url: string, place: Place, person: TestPerson, chance: Chance) {
    this.#url = url
    this.#place = place
    this.#person = person
    this.#chance = chance
  }

  async come(docId = this.#place.boardId): Promise<OwnClient> {
    const client = new OwnClient(this.#url, docId, this.#person.cookie)
    await until(() => client.synced || client.closed, 'in step, or turned away', 60_000)
    return client
  }

  /** Comes, does a few things, and goes. */
  async visit(acts: number): Promise<void> {
    await this.work(() => acts-- > 0)
  }

  async work(goesOn: () => boolean): Promise<void> {
    const client = await this.come()
    while (goesOn()) {
      if (client.closed || client.refused.length > 0 || this.#chance.below(50) === 0) break
      await this.#act(client)
      this.acts += 1
      if (this.#chance.below(4) === 0) await new Promise(resolve => setTimeout(resolve, this.#chance.below(20)))
    }
    await until(() => client.closed || client.refused.length > 0 || client.saved === client.sent, 'saved', 60_000)
    await client.close()
    client.doc.destroy()
    if (goesOn()) await this.work(goesOn)
  }

  async #act(client: OwnClient): Promise<void> {
    const chance = this.#chance
    if (this.#person === this.#place.people.at(-1) && chance.below(40) > 0) return this.#watch(client)
    if (this.#person === this.#place.people[0] && chance.below(6) === 0) return this.#lead(client)
    const { doc } = client
    const writer = { doc, newId: () => '' }
    const id = chance.pick([...rootOf(doc, 'notes').keys()])
    const text = id === undefined ? null : textOf(doc, 'notes', id)
    switch (chance.below(12)) {
      case 0:
      case 1:
        count += 1
        addEntity(writer, 'notes', `s${count}`, {
          kind: 'step',
          pos: [count % 5000, chance.below(2000)],
          text: 'A note',
        })
        break
      case 2:
      case 3:
        if (id) setFields(writer, 'notes', id, { pos: [chance.below(5000), chance.below(2000)] })
        break
      case 4:
        if (id) setFields(writer, 'notes', id, { deleted: chance.below(2) === 0 })
        break
      case 5:
        if (text && text.length > 20) text.delete(0, 10)
        break
      case 6:
        return this.#watch(client)
      case 7:
        await client.request('hand.raise', { up: chance.below(2) === 0 })
        break
      case 8:
        if (chance.below(5) === 0) await this.#privately(client)
        break
      case 9:
        if (stageOn(client).vote?.status === 'open') await client.request('vote.cast', { dots: id ? { [id]: 1 } : {} })
        break
      default:
        for (const letter of 'hello ') text?.insert(0, letter)
    }
  }

  #watch(client: OwnClient): void {
    client.send(cursorOf(client.doc.clientID, ++count, { cursor: [this.#chance.below(5000), 1], selection: [] }))
  }

  async #lead(client: OwnClient): Promise<void> {
    const chance = this.#chance
    const targets = [...rootOf(client.doc, 'notes').keys()].slice(0, 5)
    const [command, input] = pickOne(chance, [
      ['agenda.set', { items: agenda }],
      ['agenda.go', { item: 'item0' }],
      ['agenda.go', { item: null }],
      ['agenda.go', { item: null }],
      ['drafts.reveal', { round: currentRound(stageOn(client)) ?? 'item0.0' }],
      ['timer.start', { minutes: 5 }],
      ['timer.end', {}],
      ['vote.open', { title: 'Which?', dots: 3, targets }],
      ['vote.close', {}],
      ['vote.dismiss', {}],
      ['repair.undo', { undo: this.#person.id }],
      ['signal', { signal: 'reaction', data: 'agree' }],
    ] as const)
    await client.request(command, input)
  }

  async #privately(client: OwnClient): Promise<void> {
    const round = currentRound(stageOn(client))
    if (!round) return
    const pad = await this.come(`${this.#place.boardId}.draft.${round}`)
    if (!pad.closed) {
      count += 1
      addEntity({ doc: pad.doc, newId: () => '' }, 'notes', `p${count}`, { kind: 'idea', pos: [0, 0], text: 'Mine' })
      await until(() => pad.closed || pad.refused.length > 0 || pad.saved === pad.sent, 'saved', 60_000)
    }
    await pad.close()
    pad.doc.destroy()
  }
}
