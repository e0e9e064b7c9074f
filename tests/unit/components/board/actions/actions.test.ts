import { expect, test } from 'vitest'
import { actionFor } from '#components/board/actions/by-key.ts'
import { pasteCarried } from '#components/board/actions/clipboard.ts'
import { leadTo } from '#components/board/actions/flow.ts'
import { actions } from '#components/board/actions/index.ts'
import { intoLanes } from '#components/board/actions/move.ts'
import { appliesOnWall, refusalOnWall, runOnWall } from '#components/board/actions/perform.ts'
import { newNoteHere } from '#components/board/actions/write.ts'
import type { BoardState } from '#components/board/state/board-state.ts'
import { freeWork } from '#lib/access/rights.ts'
import { boardOf } from '#tests/drivers/board-state.ts'
import { ownFixture } from '#tests/drivers/fixture-files.ts'
import { coffeePlan } from '#tests/drivers/wall.ts'

const press = (board: BoardState, keys: string) => {
  const names = keys.split('+')
  const key = names.at(-1) ?? ''
  const event = {
    key: key.length === 1 ? key.toLowerCase() : key,
    code: '',
    ctrlKey: names.includes('Mod'),
    metaKey: false,
    altKey: names.includes('Alt'),
    shiftKey: names.includes('Shift'),
  }
  const action = actionFor(event, board)
  if (!action) throw new Error(`Nothing has the keys ${keys} now.`)
  runOnWall(action, board)
  return action.id
}
const note = (board: BoardState, id: string) => {
  const found = board.model.notes.get(id)
  if (!found) throw new Error(`no note ${id}`)
  return found
}

test('every action has an id of its own and a label, and keys that two share never mean both at once', () => {
  expect(new Set(actions.map(action => action.id)).size).toBe(actions.length)
  const selections: ((board: BoardState) => void)[] = [
    board => board.selection.clear(),
    board => board.selection.setNotes(['takes']),
    board => board.selection.setNotes(['takes', 'hands', 'serves']),
    board => board.selection.setLinks(['orders-takes']),
    board => board.selection.setLane('waiter'),
  ]
  for (const select of selections) {
    const board = boardOf(coffeePlan)
    select(board)
    const now = actions.filter(action => appliesOnWall(action, board))
    for (const key of new Set(now.flatMap(action => action.shortcuts ?? []))) {
      const meant = now.filter(action => action.shortcuts?.includes(key))
      expect(
        meant.map(action => action.id),
        key,
      ).toHaveLength(1)
    }
  }
})

test('letters pick tools, and Enter puts a note where the pointer is', () => {
  const board = boardOf(coffeePlan)
  for (const [key, tool] of Object.entries({ V: 'select', H: 'hand', A: 'link', L: 'lane' })) {
    press(board, key)
    expect(board.tool.get().id).toBe(tool)
  }
  press(board, 'D')
  expect(board.tool.get()).toEqual({ id: 'note', kind: 'decision' })
  board.pointer.set({ x: 500, y: 300 })
  press(board, 'Enter')
  const [id = ''] = board.selection.get().notes
  expect(note(board, id)).toMatchObject({ kind: 'decision', lane: 'waiter', x: 416 })
  expect(board.editing.get()?.id).toBe(id)
})

test('three linked steps are built by keys alone', () => {
  const board = boardOf({ lanes: { customer: 'customer' }, notes: {} })
  press(board, 'S')
  press(board, 'Enter')
  const [first = ''] = board.selection.get().notes
  board.editing.set(null)
  press(board, 'Mod+ArrowRight')
  board.editing.set(null)
  press(board, 'Mod+ArrowRight')
  board.editing.set(null)
  expect(board.model.notes.size).toBe(3)
  expect(board.model.links.size).toBe(2)
  press(board, 'Alt+ArrowLeft')
  press(board, 'Alt+ArrowLeft')
  expect([...board.selection.get().notes]).toEqual([first])
})

test('arrows move what is selected, and walk lane by lane when nothing is', () => {
  const board = boardOf(coffeePlan)
  board.selection.setNotes(['takes'])
  const before = note(board, 'takes').x
  press(board, 'ArrowRight')
  press(board, 'ArrowRight')
  press(board, 'Shift+ArrowRight')
  expect(note(board, 'takes').x).toBe(before + 64)
  board.undo.undo()
  expect(note(board, 'takes').x, 'a run of nudges is one step').toBe(before)
  press(board, 'Escape')
  expect(board.selection.empty).toBe(true)
  press(board, 'ArrowRight')
  expect(board.current.get()).toBe('hands')
  press(board, 'ArrowDown')
  expect(board.current.get()).toBe('double')
  press(board, 'ArrowUp')
  press(board, 'ArrowUp')
  expect(note(board, board.current.get() ?? '').lane).toBe('customer')
  expect(board.said.at(-1)).toContain('lane Customer, 1 of 2')
})

test('A links from the note where the keys are to the one that arrows choose; a link is led elsewhere the same way', () => {
  const board = boardOf(coffeePlan)
  board.selection.setNotes(['double'])
  press(board, 'A')
  press(board, 'ArrowRight')
  expect(board.gesture.get().link?.over).toBe('makes')
  press(board, 'Enter')
  const link = [...board.model.links.values()].find(one => one.from === 'double')
  expect(link?.to).toBe('makes')
  expect(board.tool.get().id).toBe('select')
  board.selection.setLinks([link?.id ?? ''])
  runOnWall(leadTo, board)
  press(board, 'ArrowUp')
  press(board, 'Enter')
  expect(board.model.links.get(link?.id ?? '')?.to).toBe('collects')
})

test('group, lock, align, stack and duplicate do to all that is selected, and undo takes each back at once', () => {
  const board = boardOf(coffeePlan)
  board.selection.setNotes(['takes', 'hands'])
  press(board, 'Mod+G')
  const { group } = note(board, 'takes')
  expect(group).not.toBeNull()
  expect(note(board, 'hands').group).toBe(group)
  press(board, 'Mod+Shift+G')
  expect(note(board, 'takes').group).toBeNull()
  const top = actions.find(action => action.id === 'arrange.align.left')
  if (top) runOnWall(top, board)
  expect(note(board, 'takes').x).toBe(note(board, 'hands').x)
  press(board, 'Mod+Z')
  expect(note(board, 'takes').x).not.toBe(note(board, 'hands').x)
  press(board, 'Mod+D')
  const copies = [...board.selection.get().notes]
  expect(copies.map(id => board.text(id))).toEqual(['Takes the order', 'Hands it to the barista'])
  expect([...board.model.links.values()].some(one => copies.includes(one.from) && copies.includes(one.to))).toBe(true)
  press(board, 'Mod+Z')
  expect(copies.some(id => board.model.notes.has(id))).toBe(false)
  board.selection.setNotes(['takes'])
  press(board, 'Mod+Shift+L')
  expect(note(board, 'takes').locked).toBe(true)
  press(board, 'ArrowRight')
  press(board, 'Delete')
  expect(board.model.notes.has('takes')).toBe(true)
  expect(board.said.at(-1)).toBe('Locked notes stay as they are; unlock them first.')
  press(board, 'Mod+Shift+L')
  expect(note(board, 'takes').locked).toBe(false)
})

test('notes go into another lane together, clear of what lies there', () => {
  const board = boardOf(coffeePlan)
  board.selection.setNotes(['collects', 'serves'])
  press(board, 'PageDown')
  expect([note(board, 'collects').lane, note(board, 'serves').lane]).toEqual(['barista', 'barista'])
  const into = intoLanes(board).find(action => action.label === 'Into the lane: Customer')
  if (into) runOnWall(into, board)
  const row = [...board.model.notes.values()].filter(one => one.lane === 'customer').sort((a, b) => a.x - b.x)
  expect(row).toHaveLength(4)
  for (const [at, one] of row.entries()) expect(one.x).toBeGreaterThanOrEqual((row[at - 1]?.x ?? -999) + 168)
})

test('a lane is moved, resized and taken off by keys, the customer’s stays on top', () => {
  const board = boardOf(coffeePlan)
  board.selection.setLane('waiter')
  press(board, 'ArrowDown')
  expect(board.model.lanes.map(lane => lane.id)).toEqual(['customer', 'barista', 'waiter'])
  press(board, 'ArrowUp')
  press(board, 'ArrowUp')
  expect(board.said.at(-1)).toBe('The customer’s lanes stay on top.')
  press(board, 'Alt+Shift+ArrowDown')
  expect(board.model.lanes[1]?.height).toBe(264)
  press(board, 'Delete')
  expect(board.model.lanes.map(lane => lane.id)).toEqual(['customer', 'barista'])
  expect(board.model.notes.has('takes'), 'its notes stay').toBe(true)
})

test('what the policy refuses is not done, and the reason is said', () => {
  const watching = boardOf(coffeePlan, { role: 'observer' })
  watching.selection.setNotes(['takes', 'hands'])
  const before = JSON.stringify([...watching.model.notes.values()])
  const reading = ['tool.select', 'tool.hand', 'tool.let-go', 'tool.put', 'edit.undo', 'edit.redo', 'edit.select-all']
  for (const action of actions.filter(one => appliesOnWall(one, watching) && !reading.includes(one.id))) {
    if (/^(view|move\.(walk|add|pick)|flow\.walk|clipboard\.copy|write\.note)/.test(action.id)) continue
    const reason = refusalOnWall(action, watching)
    expect(reason, action.id).not.toBeNull()
    runOnWall(action, watching)
    expect(watching.said.at(-1)).toBe(reason)
  }
  expect(JSON.stringify([...watching.model.notes.values()])).toBe(before)
  const own = boardOf(coffeePlan, { role: 'contributor', rights: { ...freeWork, edit: 'own' } })
  own.selection.setNotes(['takes'])
  press(own, 'ArrowRight')
  expect(own.said.at(-1)).toBe('In this activity you can change only your own.')
})

test('pasted lines, lists and cells become notes where the pointer is; a paste of 2 MB is refused with a sentence', () => {
  const board = boardOf(coffeePlan)
  board.pointer.set({ x: 2000, y: 300 })
  pasteCarried(board, { text: '- [ ] Greets the guest\n- Brings the card\n\n* Waits', html: '' })
  const texts = [...board.selection.get().notes].map(id => board.text(id))
  expect(texts).toEqual(['Greets the guest', 'Brings the card', 'Waits'])
  pasteCarried(board, { text: 'a\tb\nc\td', html: '<table><tr><td>a</td></tr></table>' })
  const [a, b, c] = [...board.selection.get().notes].map(id => note(board, id))
  expect([(a?.y ?? 0) === b?.y, (a?.x ?? 0) === c?.x]).toEqual([true, true])
  const before = board.model.notes.size
  pasteCarried(board, { text: 'x'.repeat(2_000_000), html: '' })
  expect(board.model.notes.size).toBe(before)
  expect(board.said.at(-1)).toBe(
    'This is 2 million characters; up to 1 million can be pasted at once. Nothing was added.',
  )
})

test('what Excalidraw, JSON Canvas and Miro put on the clipboard becomes notes and links, not a note of JSON', async () => {
  const board = boardOf(coffeePlan)
  board.pointer.set({ x: 3000, y: 300 })
  const pasted = async (text: string) => {
    await pasteCarried(board, { text, html: '' })
    return [...board.selection.get().notes].map(id => board.text(id))
  }
  expect(await pasted(new TextDecoder().decode(ownFixture('import/excalidraw-clipboard.txt')))).toEqual([
    'Take the order',
  ])
  const links = board.model.links.size
  const canvas = new TextDecoder().decode(ownFixture('import/canvas-edges-first-one-line.canvas'))
  expect(await pasted(canvas)).toEqual(['Card 0', 'Card 1', 'Card 2', 'Card 3'])
  expect(board.model.links.size).toBe(links + 9)
  const miro = JSON.stringify([
    { id: '1', type: 'sticky_note', data: { content: '<p>Pays</p>' }, position: { x: 0, y: 0 } },
  ])
  expect(await pasted(miro)).toEqual(['Pays'])
  // JSON that is nobody's drawing is a text like any other.
  expect(await pasted('{"a": 1}')).toEqual(['{"a": 1}'])
  await pasteCarried(board, { text: '{"type":"excalidraw/clipboard","elements":[]}', html: '' })
  expect(board.said.at(-1)).toBe('There is nothing in it to put on a wall.')
})

test('a contributor pastes a drawing as the kind that the activity takes', async () => {
  const board = boardOf(coffeePlan, { role: 'contributor', rights: { ...freeWork, add: ['idea'] } })
  await pasteCarried(board, { text: new TextDecoder().decode(ownFixture('import/excalidraw-clipboard.txt')), html: '' })
  const [id = ''] = board.selection.get().notes
  expect([note(board, id).kind, board.text(id)]).toEqual(['idea', 'Take the order'])
})

test('a contributor pastes the kind that the activity lets them add', () => {
  const board = boardOf(coffeePlan, { role: 'contributor', rights: { ...freeWork, add: ['idea'] } })
  pasteCarried(board, { text: 'Order at the bar', html: '' })
  const [id = ''] = board.selection.get().notes
  expect(note(board, id).kind).toBe('idea')
})

test('a note whose kind nobody chose is a step in a lane, plain on open paper, and what the activity takes else', () => {
  const kindOf = (board: BoardState, at: { x: number; y: number }) => {
    board.pointer.set(at)
    runOnWall(newNoteHere, board)
    return [...board.selection.get().notes].map(id => note(board, id).kind).at(-1)
  }
  expect(kindOf(boardOf(coffeePlan), { x: 500, y: 300 })).toBe('step')
  expect(kindOf(boardOf({ lanes: {}, notes: {} }), { x: 500, y: 300 })).toBe('plain')
  const promise = boardOf(coffeePlan, { role: 'contributor', rights: { ...freeWork, add: ['plain', 'outcome'] } })
  expect(kindOf(promise, { x: 500, y: 300 })).toBe('plain')
  const rules = boardOf(coffeePlan, { role: 'contributor', rights: { ...freeWork, add: ['business-rule'] } })
  expect(kindOf(rules, { x: 500, y: 300 })).toBe('business-rule')
})
