import type { BoardState } from '#components/board/state/board-state.ts'
import type { Collab } from '#components/collab/collab.ts'
import type { Presence } from '#components/collab/presence.ts'
import { commentActions } from '#components/comments/comment-actions.ts'
import { methodActions } from '#components/method/method-actions.ts'
import { stageActions } from '#components/stage/stage-actions.ts'
import { votingActions } from '#components/stage/voting/voting-actions.ts'
import { type FrameStore, mapShown } from '#components/workspace/frame-state.ts'
import { keysOf, namesOf } from '#components/workspace/keymap.ts'
import type { Answer } from '#lib/access/policy.ts'
import { panels } from './panels.ts'
import { goToPart } from './parts-of-page.ts'

export interface FrameParts {
  frame: FrameStore
  board: BoardState
  presence: Presence
  collab: Collab
}

/** Something done with the frame rather than on the wall; shown and found like the board's own actions. */
export interface FrameAction {
  id: string
  label: string
  shortcuts?: readonly string[]
  /** Works while a text is being written, too. */
  always?: boolean
  /** Whether it can be done now, and if not the sentence that says why. */
  enabled?: ((parts: FrameParts) => Answer) | undefined
  perform(parts: FrameParts): void
}

export const frameActions: readonly FrameAction[] = [
  {
    id: 'frame.commands',
    label: 'Find an action',
    shortcuts: ['Mod+K'],
    always: true,
    perform: ({ frame }) => frame.change({ over: 'commands' }),
  },
  {
    id: 'frame.find',
    label: 'Find on the board',
    shortcuts: ['Mod+F'],
    always: true,
    perform: ({ frame }) => frame.change({ over: 'find' }),
  },
  {
    id: 'frame.shortcuts',
    label: 'Show all keys',
    shortcuts: ['?'],
    perform: ({ frame }) => frame.change({ over: 'shortcuts' }),
  },
  ...([1, -1] as const).map(by => ({
    id: by === 1 ? 'frame.part-next' : 'frame.part-before',
    label: by === 1 ? 'To the next part: wall, tools, panels, bars' : 'To the part before',
    shortcuts: [by === 1 ? 'F6' : 'Shift+F6'],
    always: true,
    perform: ({ board }: FrameParts) => goToPart(board, by),
  })),
  {
    id: 'frame.table',
    label: 'Table of all steps and their details',
    shortcuts: ['T'],
    perform: ({ frame }) => frame.change({ over: 'table' }),
  },
  {
    id: 'frame.details',
    label: 'About this board: customer, process, tags',
    perform: ({ frame }) => frame.change({ over: 'details' }),
  },
  { id: 'frame.export', label: 'Export the board', perform: ({ frame }) => frame.change({ over: 'export' }) },
  { id: 'frame.import', label: 'Import a file', perform: ({ frame }) => frame.change({ over: 'import' }) },
  {
    id: 'frame.template',
    label: 'Save the board as a template',
    perform: ({ frame }) => frame.change({ over: 'template' }),
  },
  { id: 'frame.finish', label: 'Finish the board', perform: ({ frame }) => frame.change({ over: 'finish' }) },
  {
    id: 'frame.minimap',
    label: 'Show or hide the minimap',
    perform: ({ frame }) => frame.change({ minimap: !mapShown(frame.get()) }),
  },
  {
    id: 'frame.legend',
    label: 'Show or hide the names of the tools',
    perform: ({ frame }) => frame.change({ legend: !frame.get().legend }),
  },
  {
    id: 'frame.laser',
    label: 'Point with the laser',
    shortcuts: ['K'],
    perform: ({ presence, board }) => {
      presence.show({ laser: !presence.mine.laser })
      board.announce(presence.mine.laser ? 'Others see your pointer as a laser.' : 'The laser is off.')
    },
  },
  ...stageActions,
  ...votingActions,
  ...commentActions,
  ...methodActions,
  ...panels.map(panel => ({
    id: `panel.${panel.id}`,
    label: `${panel.label} panel`,
    ...(panel.shortcut ? { shortcuts: [panel.shortcut] } : {}),
    perform: ({ frame }: FrameParts) => frame.togglePanel(panel.id),
  })),
]

/** Performs what a press of keys means to the frame; answers whether it meant anything. */
export function frameKeys(event: KeyboardEvent, typing: boolean, parts: FrameParts): boolean {
  const names = namesOf(event)
  const action = frameActions.find(one => (one.always || !typing) && keysOf(one).some(key => names.includes(key)))
  if (!action) return false
  const answer = action.enabled?.(parts) ?? { ok: true }
  if (answer.ok) action.perform(parts)
  else parts.board.tell(answer.reason)
  return true
}
