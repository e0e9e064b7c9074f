import { no } from '#components/board/actions/types.ts'
import type { FrameAction, FrameParts } from '#components/board/frame/frame-actions.ts'
import type { Request } from '#lib/protocol/messages.ts'
import { ask } from './ask.ts'
import { stageOn } from './use-stage.ts'
import { whereIs } from './where.ts'

type Lead = Omit<FrameAction, 'enabled'> & { enabled?: FrameAction['enabled'] }

/** An action of who leads: for the others it says why not. */
const lead = (action: Lead): FrameAction => ({
  ...action,
  enabled: parts => {
    const may = parts.board.may('stage.lead')
    return may.ok ? (action.enabled?.(parts) ?? may) : may
  },
})

const send = ({ collab }: FrameParts, command: string, input: Request['input']) => void ask(collab, command, input)

/** What the facilitator leads, by keyboard and command palette. */
export const stageActions: readonly FrameAction[] = [
  lead({
    id: 'stage.next',
    label: 'Move everybody to the next activity',
    shortcuts: ['Mod+Shift+ArrowRight'],
    enabled: ({ board }) => (whereIs(stageOn(board)).next ? { ok: true } : no('There is no next activity.')),
    perform: parts => send(parts, 'agenda.go', { item: whereIs(stageOn(parts.board)).next?.id ?? null }),
  }),
  lead({
    id: 'stage.previous',
    label: 'Move everybody back to the activity before',
    shortcuts: ['Mod+Shift+ArrowLeft'],
    enabled: ({ board }) => (whereIs(stageOn(board)).previous ? { ok: true } : no('There is no activity before.')),
    perform: parts => send(parts, 'agenda.go', { item: whereIs(stageOn(parts.board)).previous?.id ?? null }),
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
    perform: parts => send(parts, 'stage.freeze', { frozen: !stageOn(parts.board).frozen }),
  }),
]
