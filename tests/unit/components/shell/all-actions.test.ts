import { globSync } from 'node:fs'
import { join } from 'node:path'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { intoLanes } from '#components/board/actions/move.ts'
import { selectTagged, tagActions } from '#components/board/actions/tags.ts'
import type { BoardState } from '#components/board/state/board-state.ts'
import { allActions, offered } from '#components/shell/all-actions.ts'
import { panels } from '#components/shell/panels.ts'
import { freeze, hidePointers, spotlight } from '#components/stage/attention/attention-actions.ts'
import { raiseHand, sayReady } from '#components/stage/attention/sign-actions.ts'
import { runTimer } from '#components/stage/timer/timer-actions.ts'
import { ValueStore } from '#components/ui/store.ts'
import { type Action, lookOf, refusal, run, searchWords, type Workspace } from '#components/workspace/action.ts'
import { can, policy } from '#lib/access/policy.ts'
import { rootOf } from '#lib/board/schema.ts'
import { boardOf } from '#tests/drivers/board-state.ts'
import { coffeePlan } from '#tests/drivers/wall.ts'

/** What is around a wall, with nobody at the other end: it keeps what was asked of the server. */
function workspaceOf(): Workspace & { asked: [string, object][]; frame: ValueStore<Record<string, unknown>> } {
  const asked: [string, object][] = []
  const frame = new ValueStore<Record<string, unknown>>({ panel: null, minimap: false })
  const collab = {
    roster: new ValueStore({ you: { personId: 'ann' } }),
    status: new ValueStore({ link: 'live' }),
    request: (command: string, input: object) => {
      asked.push([command, input])
      return Promise.resolve()
    },
  }
  return { frame, collab, presence: { mine: { laser: false } }, asked } as unknown as ReturnType<typeof workspaceOf>
}

const stageAs = (board: BoardState, stage: object): void => {
  rootOf(board.doc, 'stage').set('now', new Y.Map<unknown>(Object.entries(stage)))
}

const light = { rect: [0, 0, 10, 10], noteId: null, by: 'ann' }
const timer = (endsAt: number | null) => ({ endsAt, leftMs: endsAt === null ? 60_000 : null, totalMs: 300_000 })

test('every action has a label, a short one, an icon and what it needs of the policy, and an id of its own', () => {
  const board = boardOf(coffeePlan)
  const around = workspaceOf()
  const made = [...intoLanes(board), ...tagActions(board), ...selectTagged(board)]
  for (const action of [...allActions, ...made]) {
    for (const { icon } of [action, { ...action, ...action.on }])
      expect(renderToStaticMarkup(createElement(icon)), action.id).toMatch(/^<(svg|span)/)
    for (const now of Object.values(lookOf(action, board, around))) expect(now, action.id).not.toBe('')
    for (const need of action.needs) expect(policy).toHaveProperty([typeof need === 'string' ? need : need.ability])
  }
  expect(new Set(allActions.map(action => action.id)).size).toBe(allActions.length)
})

test('what menus and buttons take are the objects of the one list that palette and sheet of keys read', async () => {
  const isAction = (value: unknown): value is Action =>
    typeof value === 'object' && value !== null && 'id' in value && 'perform' in value && 'needs' in value
  const root = join(import.meta.dirname, '../../../..')
  const files = globSync(['components/board/actions/*.{ts,tsx}', 'components/**/*-actions.ts'], { cwd: root })
  const exported: unknown[] = panels.map(panel => panel.action)
  for (const file of files) {
    const module: Record<string, unknown> = await import(join(root, file))
    exported.push(...Object.values(module).flat())
  }
  const found = exported.filter(isAction)
  expect(found.length).toBeGreaterThan(allActions.length)
  expect(found.filter(action => !allActions.includes(action)).map(action => action.id)).toEqual([])
  expect(offered.filter(action => !allActions.includes(action))).toEqual([])
  expect(allActions.filter(action => !offered.includes(action)).every(action => action.keyboardOnly)).toBe(true)
})

test('no two actions around the wall have the same key', () => {
  const keys = allActions.filter(action => action.group === 'frame').flatMap(action => action.shortcuts ?? [])
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
})

test('what can be on or off says what a press does now, and is found by the words of both', () => {
  const board = boardOf(coffeePlan)
  const around = workspaceOf()
  const says = (action: Action) => lookOf(action, board, around).label
  const presses = (action: Action) => {
    run(action, board, around)
    return around.asked.at(-1)
  }
  stageAs(board, { timer: timer(null), spotlight: null, hands: [], ready: [] })
  expect([runTimer, spotlight, hidePointers, raiseHand, sayReady, freeze].map(says)).toEqual([
    'Start the timer',
    'Put a light on what I see',
    'Hide everybody’s pointers',
    'Raise your hand',
    'I’m ready',
    'Freeze the wall for everybody else',
  ])
  expect(presses(runTimer)).toEqual(['timer.start', {}])
  expect(presses(raiseHand)).toEqual(['hand.raise', { up: true }])
  expect(presses(freeze)).toEqual(['stage.freeze', { frozen: true }])
  board.selection.setNotes(['takes'])
  expect(says(spotlight)).toBe('Put a light on the selection')
  expect(presses(spotlight)).toMatchObject(['stage.spotlight', { noteId: 'takes' }])

  stageAs(board, { timer: timer(1), spotlight: light, cursorsHidden: true, hands: ['ben', 'ann'], ready: ['ann'] })
  board.access.set({ ...board.access.get(), phase: { ...board.access.get().phase, frozen: true } })
  expect([runTimer, spotlight, hidePointers, raiseHand, sayReady, freeze].map(says)).toEqual([
    'Pause the timer',
    'Take the light away',
    'Show pointers again',
    'Your hand is up, number 2: take it down',
    'You said that you are ready: take it back',
    'Let everybody write again',
  ])
  expect(presses(runTimer)).toEqual(['timer.pause', {}])
  expect(presses(spotlight)).toEqual(['stage.spotlight', { rect: null }])
  expect(presses(hidePointers)).toEqual(['stage.cursors', { hidden: false }])
  expect(presses(raiseHand)).toEqual(['hand.raise', { up: false }])
  expect(presses(sayReady)).toEqual(['ready.say', { ready: false }])
  expect(presses(freeze)).toEqual(['stage.freeze', { frozen: false }])
  expect(searchWords(runTimer, board, around)).toEqual(['Start the timer', 'Pause the timer'])
})

test('who may not is told the sentence of the policy, and nothing is asked of the server', () => {
  for (const role of ['contributor', 'observer', 'manager'] as const) {
    const board = boardOf(coffeePlan, { role })
    const around = workspaceOf()
    stageAs(board, { timer: timer(null) })
    for (const action of allActions.filter(({ needs }) => needs.includes('stage.lead'))) {
      const answer = can('stage.lead', role, board.access.get().phase)
      expect(answer.ok).toBe(false)
      run(action, board, around)
      if (!answer.ok)
        expect([refusal(action, board, around), board.said.at(-1)]).toEqual([answer.reason, answer.reason])
    }
    expect(around.asked).toEqual([])
  }
})

test('a panel’s action opens and closes it, and is on while it is open', () => {
  const board = boardOf(coffeePlan)
  const around = workspaceOf()
  const [panel] = panels
  const opened: string[] = []
  Object.assign(around.frame, { togglePanel: (id: string) => opened.push(id) })
  if (!panel) throw new Error('no panel')
  expect(lookOf(panel.action, board, around)).toMatchObject({
    label: `${panel.label} panel`,
    short: panel.label,
    isOn: false,
  })
  run(panel.action, board, around)
  expect(opened).toEqual([panel.id])
  around.frame.set({ ...around.frame.get(), panel: panel.id })
  expect(lookOf(panel.action, board, around)).toMatchObject({
    label: `${panel.label} panel`,
    short: `Close ${panel.label.toLowerCase()}`,
    isOn: true,
  })
})

test('what the server decides waits while the connection is away, and says so', () => {
  const board = boardOf(coffeePlan)
  const around = workspaceOf()
  stageAs(board, { timer: timer(null) })
  const away = 'The connection is away: this waits until it is back.'
  for (const action of [freeze, spotlight, hidePointers, runTimer]) {
    expect(refusal(action, board, around)).not.toBe(away)
    const cut = { ...around, collab: { ...around.collab, status: new ValueStore({ link: 'offline' }) } }
    expect(refusal(action, board, cut as unknown as Workspace), action.id).toBe(away)
  }
})
