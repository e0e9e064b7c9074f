import { expect, test } from 'vitest'
import { personColour, personColours } from '#lib/people/colour.ts'
import { openWorkshop } from '#tests/drivers/api.ts'
import { OwnClient } from '#tests/drivers/own-client.ts'
import type { TestPerson } from '#tests/drivers/server.ts'
import { until } from '#tests/drivers/until.ts'

const w = openWorkshop()

/** People whose own colour is the same. */
async function alike(count: number): Promise<TestPerson[]> {
  const found: TestPerson[] = []
  while (found.length < count) {
    const person = await w.server.person('Somebody')
    if (personColour(person.id) === personColours[5]) found.push(person)
  }
  return found
}

test('two people on a board at once never have one colour, and keep theirs while they are there', async () => {
  const { server } = w
  const mia = await w.owner()
  const { boardId, sessionId } = await server.board(mia)
  const people = await alike(3)
  for (const person of people) await server.seat(sessionId, person, 'contributor')
  const join = async (person: TestPerson) => {
    const client = new OwnClient(server.url, boardId, person.cookie)
    await until(() => client.welcome, 'welcome')
    const colour = (id: string) =>
      [...client.roster.flatMap(change => change.people ?? []).reverse(), ...(client.welcome?.people ?? [])].find(
        each => each.id === id,
      )?.colour
    return { client, colour }
  }
  const [a, b, c] = people
  if (!a || !b || !c) throw new Error('nobody')
  const first = await join(a)
  const second = await join(b)
  expect(second.colour(a.id)).toBe(personColours[5])
  expect(second.colour(b.id)).toBe(personColours[6])
  await until(() => first.colour(b.id) === personColours[6], 'the first sees it so too')

  // Whoever was there keeps the colour when somebody goes; whoever comes gets the one that is free again.
  await first.client.close()
  await until(() => server.hub.here(boardId).size === 1, 'gone')
  const third = await join(c)
  expect(third.colour(b.id)).toBe(personColours[6])
  expect(third.colour(c.id)).toBe(personColours[5])
  const back = await join(a)
  expect(back.colour(a.id)).toBe(personColours[7])
  for (const { client } of [second, third, back]) await client.close()
})
