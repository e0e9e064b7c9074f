import {
  CircleQuestionMark,
  CircleUser,
  Download,
  FileUp,
  Keyboard,
  LayoutGrid,
  LayoutTemplate,
  Map as MapIcon,
  Moon,
  Search,
  SkipBack,
  SkipForward,
  Tag,
  TextSearch,
  Trash2,
} from 'lucide-react'
import { commentActions } from '#components/comments/comment-actions.ts'
import { methodActions } from '#components/method/method-actions.ts'
import { openFinish } from '#components/stage/finish-actions.ts'
import { stageActions } from '#components/stage/stage-actions.ts'
import { prefer, preference } from '#components/ui/preferences.ts'
import type { Action } from '#components/workspace/action.ts'
import type { Frame } from '#components/workspace/frame-state.ts'
import { panels } from './panels.ts'
import { goToPart } from './parts-of-page.ts'

const open =
  (over: Frame['over']): Action['perform'] =>
  (_board, { frame }) =>
    frame.change({ over })

const toPart = (by: 1 | -1): Action => ({
  id: by === 1 ? 'frame.part-next' : 'frame.part-before',
  label: by === 1 ? 'To the next part: wall, tools, panels, bars' : 'To the part before',
  icon: by === 1 ? SkipForward : SkipBack,
  group: 'frame',
  shortcuts: [by === 1 ? 'F6' : 'Shift+F6'],
  always: true,
  needs: [],
  perform: board => goToPart(board, by),
})

export const describeBoard: Action = {
  id: 'frame.details',
  label: 'About this board: customer, process, tags',
  short: 'About this board',
  icon: Tag,
  group: 'frame',
  needs: ['board.rename'],
  perform: open('details'),
}

export const openExport: Action = {
  id: 'frame.export',
  label: 'Export the board',
  short: 'Export',
  icon: Download,
  group: 'frame',
  needs: ['board.export'],
  perform: open('export'),
}

export const importFile: Action = {
  id: 'frame.import',
  label: 'Import a file',
  short: 'Import',
  icon: FileUp,
  group: 'frame',
  needs: ['board.import'],
  perform: open('import'),
}

export const saveAsTemplate: Action = {
  id: 'frame.template',
  label: 'Save the board as a template',
  short: 'Save as a template',
  icon: LayoutTemplate,
  group: 'frame',
  needs: ['template.save'],
  perform: open('template'),
}

export const showKeys: Action = {
  id: 'frame.shortcuts',
  label: 'Show all keys',
  short: 'Keys',
  icon: Keyboard,
  group: 'frame',
  words: 'shortcuts',
  shortcuts: ['?'],
  needs: [],
  perform: open('shortcuts'),
}

export const openHelp: Action = {
  id: 'frame.help',
  label: 'Help: what one can do now, the method, the keys',
  short: 'Help',
  icon: CircleQuestionMark,
  group: 'frame',
  words: 'how manual guide support',
  needs: [],
  perform: open('help'),
}

const freeSpace: Action = {
  id: 'frame.clear',
  label: 'Free space: remove for good what was taken off',
  short: 'Free space',
  icon: Trash2,
  group: 'frame',
  words: 'empty the bin, smaller, delete for good',
  needs: ['board.clear'],
  perform: open('clear'),
}

export const showMinimap: Action = {
  id: 'frame.minimap',
  label: 'Show the minimap',
  short: 'Minimap',
  icon: MapIcon,
  on: { when: (_board, { frame }) => frame.get().minimap, label: 'Hide the minimap', short: 'Minimap' },
  group: 'frame',
  needs: [],
  perform: (_board, { frame }) => frame.change({ minimap: !frame.get().minimap }),
}

const night: Action = {
  id: 'frame.night',
  label: 'Switch between day and night',
  icon: Moon,
  group: 'frame',
  words: 'dark mode light theme night day contrast',
  needs: [],
  perform: () => prefer('theme', preference('theme') === 'night' ? 'day' : 'night'),
}

const account: Action = {
  id: 'frame.account',
  label: 'Your account',
  icon: CircleUser,
  group: 'frame',
  words: 'account name password profile settings sign out log out',
  needs: [],
  perform: () => window.location.assign('/account'),
}

const boards: Action = {
  id: 'frame.boards',
  label: 'To your boards',
  icon: LayoutGrid,
  group: 'frame',
  words: 'home leave exit overview',
  needs: [],
  perform: () => window.location.assign('/'),
}

/** Everything that is done with the frame rather than on the wall, in the order of palette and sheet. */
export const frameActions: readonly Action[] = [
  {
    id: 'frame.commands',
    label: 'Find an action',
    icon: Search,
    group: 'frame',
    shortcuts: ['Mod+K'],
    always: true,
    needs: [],
    perform: open('commands'),
  },
  {
    id: 'frame.find',
    label: 'Find on the board',
    icon: TextSearch,
    group: 'frame',
    shortcuts: ['Mod+F'],
    always: true,
    needs: [],
    perform: open('find'),
  },
  showKeys,
  toPart(1),
  toPart(-1),
  describeBoard,
  openExport,
  importFile,
  saveAsTemplate,
  freeSpace,
  openFinish,
  openHelp,
  night,
  account,
  boards,
  showMinimap,
  ...stageActions,
  ...commentActions,
  ...methodActions,
  ...panels.map(panel => panel.action),
]
