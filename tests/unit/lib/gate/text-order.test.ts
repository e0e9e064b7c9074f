import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { rootOf } from '#lib/board/schema.ts'
import { decodeUpdate } from '#lib/gate/decode.ts'
import { Budget } from '#lib/gate/limits.ts'
import { Resolver } from '#lib/gate/resolve.ts'
import type { Id } from '#lib/gate/struct.ts'
import { inDependencyOrder } from '#lib/gate/structure.ts'
import { DocumentView } from '#lib/gate/view.ts'
import { forge, str } from '#tests/drivers/forge.ts'
import { GatedBoard } from '#tests/drivers/gated-board.ts'

class Counting extends Budget {
  spent = 0
  override spend(steps: number): void {
    this.spent += steps
    super.spend(steps)
  }
}
const textOf = (doc: Y.Doc): Y.Text => {
  const text = rootOf(doc, 'notes').get('n')?.get('text')
  if (!(text instanceof Y.Text)) throw new Error('The text is gone.')
  return text
}
const copyOf = (doc: Y.Doc, client: number): Y.Doc => {
  const copy = new Y.Doc()
  copy.clientID = client
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

/** A board with one note, whose text was written as said; each writer is a client of its own. */
function board(write: (text: Y.Text, as: (client: number) => void, doc: Y.Doc) => void) {
  const server = new GatedBoard()
  const { doc } = server
  server.write(() => {
    const note = new Y.Map<unknown>()
    rootOf(doc, 'notes').set('n', note)
    for (const [key, value] of Object.entries({ kind: 'step', pos: [0, 0], text: new Y.Text() })) note.set(key, value)
  })
  write(textOf(doc), client => Object.assign(doc, { clientID: client }), doc)
  doc.clientID = 1
  return server
}
/** Written letter by letter from the last to the first: each is a part of its own, and knew the one behind it. */
const backwards = (letters: string) =>
  board(text => {
    for (const letter of [...letters].reverse()) text.insert(0, letter)
  })
/** Written from the first to the last by two in turn: each is a part of its own, and knew the one before it. */
const forwards = (letters: string) =>
  board((text, as) => {
    for (const [index, letter] of [...letters].entries()) {
      as(10 + (index % 2))
      text.insert(index, letter)
    }
  })
const atOnce = (letters: string) => board(text => text.insert(0, letters))

/** The address of a letter, wherever it was moved by what was written since. */
function unitOf(doc: Y.Doc, letter: string): Id {
  for (let item = textOf(doc)._start; item; item = item.right) {
    const at = item.content instanceof Y.ContentString ? item.content.str.indexOf(letter) : -1
    if (at >= 0) return { client: item.id.client, clock: item.id.clock + at }
  }
  throw new Error(`There is no ${letter}.`)
}
/** Whether a part may stand between two letters: `taken`, or the rule that refuses. */
function between(server: GatedBoard, left: string | null, right: string | null): string {
  const at = {
    ...(left === null ? {} : { left: unitOf(server.doc, left) }),
    ...(right === null ? {} : { right: unitOf(server.doc, right) }),
  }
  const answer = server.check(forge([{ client: 50, clock: 0, parts: [str(at, 'z')] }]), 'mal', 'facilitator')
  return answer.ok ? 'taken' : answer.rule
}
const refused = 'structure.neighbours'

describe('between two that were side by side one may write', () => {
  test.each([
    ['written backwards', backwards],
    ['written forwards', forwards],
    ['written at once', atOnce],
  ])('%s: neighbours, and nothing else', (_, write) => {
    const letters = [...'abcd']
    for (const [i, left] of letters.entries())
      for (const [j, right] of letters.entries())
        expect(between(write('abcd'), left, right), `${left} ${right}`).toBe(j === i + 1 ? 'taken' : refused)
    expect([between(write('abcd'), null, 'a'), between(write('abcd'), 'd', null)]).toEqual(['taken', 'taken'])
  })

  test('two that were side by side before others wrote between them', () => {
    const server = board((text, as) => {
      text.insert(0, 'b')
      text.insert(0, 'a')
      as(20)
      text.insert(1, 'x')
      as(30)
      text.insert(2, 'y')
    })
    expect(between(server, 'a', 'b')).toBe('taken')
    expect(between(server, 'a', 'x')).toBe('taken')
    expect(between(server, 'x', 'b')).toBe('taken')
    expect(between(server, 'x', 'y')).toBe('taken')
    expect(between(server, 'a', 'y'), 'y was written knowing x').toBe(refused)
  })

  /** a x y b, where x and y were written at once between a and b, by two who did not see each other's. */
  const crossed = (then: (text: Y.Text, as: (client: number) => void) => void = () => undefined) =>
    board((text, as, doc) => {
      text.insert(0, 'b')
      text.insert(0, 'a')
      const others = [copyOf(doc, 20), copyOf(doc, 30)]
      for (const [index, other] of others.entries()) textOf(other).insert(1, 'xy'[index] ?? '')
      for (const other of others) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
      expect(text.toString()).toBe('axyb')
      then(text, as)
    })

  test('two that came to lie side by side when work crossed, also when there is more between them since', () => {
    expect(between(crossed(), 'x', 'y')).toBe('taken')
    const more = crossed((text, as) => {
      as(40)
      text.insert(2, 'w')
    })
    expect(textOf(more.doc).toString()).toBe('axwyb')
    expect(between(more, 'x', 'y')).toBe('taken')
    expect(between(more, 'x', 'w')).toBe('taken')
    expect(between(more, 'w', 'y')).toBe('taken')
    expect(between(more, 'w', 'b'), 'w was written knowing y').toBe(refused)
    expect(between(more, 'a', 'w'), 'w was written knowing x').toBe(refused)
  })

  test('never the wrong way round, nor something with itself', () => {
    for (const server of [crossed(), backwards('axyb'), forwards('axyb'), atOnce('axyb')])
      for (const [left, right] of ['ba', 'ya', 'by', 'yx', 'aa', 'xx'].map(pair => [...pair]))
        expect(between(server, left ?? '', right ?? ''), `${left} ${right}`).toBe(refused)
  })

  test('within a part only its own neighbours; from its middle to the next only where that was there before', () => {
    const server = board((text, as) => {
      text.insert(0, 'abc')
      as(20)
      text.insert(3, 'def')
    })
    expect(['ab', 'bc', 'cd', 'de'].map(([left = '', right = '']) => between(server, left, right))).toEqual([
      ...['taken', 'taken', 'taken', 'taken'],
    ])
    expect(['ac', 'bd', 'ad', 'ce', 'af'].map(([left = '', right = '']) => between(server, left, right))).toEqual([
      ...[refused, refused, refused, refused, refused],
    ])
  })
})

describe('the same holds for what comes in one update', () => {
  test.each([
    [60, 70, 'axwyb'],
    [70, 60, 'aywxb'],
  ])(
    'two tabs of one person whose work crossed, and who wrote between what they found (%i, %i)',
    (first, second, text) => {
      const server = backwards('ab')
      const [one, two] = [copyOf(server.doc, first), copyOf(server.doc, second)]
      textOf(one).insert(1, 'x')
      textOf(two).insert(1, 'y')
      Y.applyUpdate(one, Y.encodeStateAsUpdate(two))
      textOf(one).insert(2, 'w')
      const answer = server.receive(Y.encodeStateAsUpdate(one, Y.encodeStateVector(server.doc)), 'mal', 'facilitator')
      expect(answer).toMatchObject({ ok: true, newClients: expect.arrayContaining([60, 70]) })
      expect(textOf(server.doc).toString()).toBe(text)
    },
  )

  test('parts between which the update itself has put something are not side by side', () => {
    const server = backwards('ab')
    const [a, b] = [unitOf(server.doc, 'a'), unitOf(server.doc, 'b')]
    const unit = (clock: number): Id => ({ client: 60, clock })
    const check = (...last: { left?: Id; right?: Id }[]) => {
      const parts = [
        str({ left: a, right: b }, 'x'),
        str({ left: unit(0), right: b }, 'y'),
        ...last.map(at => str(at, 'z')),
      ]
      const answer = server.check(forge([{ client: 60, clock: 0, parts }]), 'mal', 'facilitator')
      return answer.ok ? 'taken' : answer.rule
    }
    expect(check({ left: unit(0), right: unit(1) })).toBe('taken')
    expect(check({ left: a, right: unit(0) })).toBe('taken')
    expect(check({ left: unit(1), right: b })).toBe('taken')
    expect(check({ left: a, right: b })).toBe('taken')
    expect(check({ left: a, right: unit(1) }), 'y knew x').toBe(refused)
    expect(check({ left: unit(1), right: unit(0) })).toBe(refused)
    expect(check({ left: b, right: unit(0) })).toBe(refused)
    expect(check({ right: unit(1) })).toBe(refused)
    expect(check({ left: unit(0) })).toBe(refused)
  })
})

describe('finding the place costs what has to be passed', () => {
  /** What the parts that one person writes on a copy cost, when others have written meanwhile. */
  function cost(
    server: GatedBoard,
    writes: (text: Y.Text) => void,
    meanwhile: (text: Y.Text) => void = () => undefined,
  ) {
    const mine = copyOf(server.doc, 60)
    meanwhile(textOf(server.doc))
    writes(textOf(mine))
    const view = new DocumentView(
      server.doc,
      decodeUpdate(Y.encodeStateAsUpdate(mine, Y.encodeStateVector(server.doc))).blocks,
    )
    const budget = new Counting()
    const resolver = new Resolver(view, budget)
    for (const struct of inDependencyOrder(view)) resolver.resolve(struct)
    return budget.spent
  }

  test('nothing between two that lie side by side, however much one writes there', () => {
    for (const write of [backwards, forwards])
      expect(
        cost(write('abcd'), text => {
          text.insert(2, 'x')
          text.insert(2, 'y')
          text.insert(4, 'z')
          text.insert(3, 'w')
          text.insert(0, 'v')
          text.insert(0, 'u')
          text.insert(text.length, 't')
        }),
      ).toBe(0)
  })

  test('each part that others have put there', () => {
    const apart = (text: Y.Text, at: number, letters: string) => {
      for (const letter of letters) text.insert(at, letter)
    }
    for (const count of [1, 2, 5]) {
      const others = (text: Y.Text) => apart(text, 2, 'klmno'.slice(0, count))
      expect(cost(backwards('abcd'), text => text.insert(2, 'x'), others)).toBe(count)
    }
    expect(
      cost(
        backwards('abcd'),
        text => text.insert(0, 'x'),
        text => apart(text, 0, 'klm'),
      ),
    ).toBe(3)
    expect(
      cost(
        backwards('abcd'),
        text => text.insert(4, 'x'),
        text => {
          for (const one of 'klm') text.insert(4, one)
        },
      ),
    ).toBe(3)
  })

  test('and each part of one’s own that came before; what is written behind it next needs no search', () => {
    const others = (text: Y.Text) => text.insert(2, 'k')
    const first = cost(backwards('abcd'), text => text.insert(2, 'x'), others)
    const before = cost(
      backwards('abcd'),
      text => {
        text.insert(2, 'x')
        text.insert(2, 'y')
      },
      others,
    )
    // y stands before x: one of one's own, and the three parts k, c and d, for x is not there yet.
    expect([first, before]).toEqual([1, 1 + 1 + 3])
  })

  test('a thousand parts and more are counted as they are passed', () => {
    const others = (text: Y.Text) => {
      for (let i = 0; i < 2_100; i++) text.insert(2, 'k')
    }
    expect(cost(backwards('abcd'), text => text.insert(2, 'x'), others)).toBe(2_100)
  })
})
