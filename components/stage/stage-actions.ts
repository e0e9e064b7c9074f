import type { FrameAction, FrameParts } from '#components/shell/frame-actions.ts'
import { no } from '#components/workspace/action.ts'
import type { CommandInput, CommandName } from '#lib/protocol/commands.ts'
import { moveEverybody } from './agenda/move-on.ts'
import { reactions } from './attention/reactions.ts'
import { chosenPart, visibleRect } from './attention/shown-part.ts'
import { ask } from './state/ask.ts'
import { stageOn } from './state/use-stage.ts'
import { whereIs } from './state/where.ts'
import { keepView } from './views/view-edits.ts'

type Lead = Omit<FrameAction, 'enabled'> & { enabled?: FrameAction['enabled'] }

/** An action of who leads: for the others it says why not. */
const lead = (action: Lead): FrameAction => ({
  ...action,
  enabled: parts => {
    const may = parts.board.may('stage.lead')
    return may.ok ? (action.enabled?.(parts) ?? may) : may
  },
})

const send = <N extends CommandName>({ collab }: FrameParts, command: N, input: CommandInput<N>) =>
  void ask(collab, command, input)

/** A sign of anybody who takes part. */
const sign = (action: FrameAction): FrameAction => ({ ...action, enabled: ({ board }) => board.may('hand.raise') })

const has = ({ board, collab }: FrameParts, list: 'hands' | 'ready') =>
  stageOn(board)[list].includes(collab.roster.get().you?.personId ?? '')

/** What the facilitator leads, and the signs of everybody, by keyboard and command palette. */
export const stageActions: readonly FrameAction[] = [
  lead({
    id: 'stage.next',
    label: 'Move everybody to the next activity',
    shortcuts: ['Mod+Shift+ArrowRight'],
    enabled: ({ board }) => (whereIs(stageOn(board)).next ? { ok: true } : no('There is no next activity.')),
    perform: ({ board, collab }) => moveEverybody(board, collab, 'next'),
  }),
  lead({
    id: 'stage.previous',
    label: 'Move everybody back to the activity before',
    shortcuts: ['Mod+Shift+ArrowLeft'],
    enabled: ({ board }) => (whereIs(stageOn(board)).previous ? { ok: true } : no('There is no activity before.')),
    perform: ({ board, collab }) => moveEverybody(board, collab, 'previous'),
  }),
  lead({
    id: 'stage.timer',
    label: 'Start or pause the timer',
    shortcuts: ['Shift+T'],
    enabled: ({ board }) => (stageOn(board).timer ? { ok: true } : no('Set how long the timer runs first.')),
    perform: parts => {
      const running = (stageOn(parts.board).timer?.endsAt ?? null) !== null
      send(parts, running ? 'timer.pause' : 'timer.start', {})
    },
  }),
  lead({
    id: 'stage.minute',
    label: 'Give one minute more',
    shortcuts: ['Shift+M'],
    perform: parts => send(parts, 'timer.add', { minutes: 1 }),
  }),
  lead({
    id: 'stage.freeze',
    label: 'Freeze the wall for everybody else, or let them write again',
    shortcuts: ['Shift+F'],
    perform: parts => send(parts, 'stage.freeze', { frozen: !parts.board.access.get().phase.frozen }),
  }),
  lead({
    id: 'stage.gather',
    label: 'Bring everybody to me',
    shortcuts: ['Shift+G'],
    perform: parts => {
      send(parts, 'stage.gather', { rect: visibleRect(parts.board) })
      parts.board.announce('Everybody is brought to you.')
    },
  }),
  lead({
    id: 'stage.spotlight',
    label: 'Put a light on the selection or on what I see, or take it away',
    shortcuts: ['Shift+S'],
    perform: parts =>
      send(parts, 'stage.spotlight', stageOn(parts.board).spotlight ? { rect: null } : chosenPart(parts.board)),
  }),
  lead({
    id: 'stage.cursors',
    label: 'Hide everybody’s pointers, or show them again',
    perform: parts => send(parts, 'stage.cursors', { hidden: !stageOn(parts.board).cursorsHidden }),
  }),
  sign({
    id: 'stage.hand',
    label: 'Raise your hand, or take it down',
    shortcuts: ['Shift+H'],
    perform: parts => send(parts, 'hand.raise', { up: !has(parts, 'hands') }),
  }),
  sign({
    id: 'stage.ready',
    label: 'Say that you are ready, or take it back',
    shortcuts: ['Shift+R'],
    perform: parts => send(parts, 'ready.say', { ready: !has(parts, 'ready') }),
  }),
  ...reactions.map(({ id, name }) =>
    sign({
      id: `stage.react.${id}`,
      label: `React: ${name}`,
      perform: parts => send(parts, 'signal', { signal: 'reaction', data: id }),
    }),
  ),
  {
    id: 'stage.view',
    label: 'Save this view of the wall',
    enabled: ({ board }) => board.may('view.change'),
    perform: ({ board }) => keepView(board),
  },
  {
    id: 'stage.present',
    label: 'Present the saved views',
    shortcuts: ['Shift+P'],
    perform: ({ frame }) => frame.change({ presenting: 0, over: null }),
  },
  {
    id: 'stage.code',
    label: 'Show the code to join',
    enabled: ({ board }) => board.may('session.invite'),
    perform: ({ frame }) => frame.change({ over: 'code' }),
  },
]
