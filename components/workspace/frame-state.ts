import { createContext, useContext } from 'react'
import { isPhone } from '#components/ui/phone.ts'
import { useStore, ValueStore } from '#components/ui/store.ts'

/** What of the frame is open, in this tab. */
export interface Frame {
  /** The one panel at the right; null: the wall has the room. */
  panel: string | null
  /** Who opened it: the person, or the stage with an activity. */
  by: 'me' | 'stage'
  /** What the person had open where the stage opened something: it is there again afterwards. */
  mine: string | null
  /** The part that was open last, by tab. */
  parts: Readonly<Record<string, string>>
  /** px. */
  panelWidth: number
  /** Somebody asked for the map. */
  minimap: boolean
  /** The verdict card lies in Now, whatever the activity is about. */
  deciding: boolean
  /** The points-of-failure panel asks why the current one is none. */
  asking: boolean
  /** Index of the saved view that is presented; null: not presenting. */
  presenting: number | null
  /** The activity whose card lies unfolded. */
  card: string | null
  over:
    | 'commands'
    | 'find'
    | 'shortcuts'
    | 'help'
    | 'share'
    | 'code'
    | 'table'
    | 'clear'
    | 'details'
    | 'export'
    | 'import'
    | 'finish'
    | 'template'
    | null
}

const remembered = ['panelWidth'] as const
const key = 'brownpaper.frame'
const panelKey = (boardId: string) => `brownpaper.panel/${boardId}`
export const panelWidths = [280, 720] as const
const initial: Frame = {
  panel: null,
  by: 'me',
  mine: null,
  parts: {},
  panelWidth: 284,
  minimap: false,
  deciding: false,
  asking: false,
  presenting: null,
  card: null,
  over: null,
}

/** Opens the page of the present activity with the board: `/b/…?view=pad`, for phones. */
const asksForPad = (): boolean => new URLSearchParams(location.search).get('view') === 'pad'

/** The frame's state; what people set up is there again on the next board, the open panel on this one in this tab. */
export class FrameStore extends ValueStore<Frame> {
  readonly #boardId: string
  /** Whether this tab has shown this board before. */
  readonly seenBefore: boolean
  constructor(boardId: string) {
    const before = panelBefore(boardId)
    super({ ...initial, ...widths(), ...before, ...(asksForPad() ? { panel: 'now', by: 'me' } : {}) })
    this.#boardId = boardId
    this.seenBefore = before !== null
  }
  /** A panel that is given is the person's own choice. */
  change(change: Partial<Frame>): void {
    this.#put({ ...this.get(), ...('panel' in change ? { by: 'me', mine: null } : {}), ...change })
  }
  togglePanel(id: string): void {
    this.change({ panel: this.get().panel === id ? null : id, over: null })
  }
  /** The stage opens a panel, or with null takes away what it opened: what the person had open is there again. */
  turnTo(panel: string | null): void {
    const now = this.get()
    if (panel === null) {
      if (now.by === 'stage') this.#put({ ...now, panel: now.mine, by: 'me', mine: null })
    } else if (now.panel !== panel)
      this.#put({ ...now, panel, by: 'stage', mine: now.by === 'me' ? now.panel : now.mine })
  }
  #put(frame: Frame): void {
    const next = { ...frame, deciding: frame.deciding && frame.panel === 'now' }
    this.set(next)
    try {
      localStorage.setItem(key, JSON.stringify(Object.fromEntries(remembered.map(name => [name, next[name]]))))
      const { panel, by, mine } = next
      sessionStorage.setItem(panelKey(this.#boardId), JSON.stringify({ panel, by, mine }))
    } catch {
      // Without storage nothing is remembered; nothing else is lost.
    }
  }
}

function widths(): Partial<Frame> {
  try {
    const stored = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Frame>
    const width = Number(stored.panelWidth)
    return {
      panelWidth: width >= panelWidths[0] && width <= panelWidths[1] ? width : initial.panelWidth,
    }
  } catch {
    return {}
  }
}

/** What was open on this board in this tab; null: it is here for the first time. */
function panelBefore(boardId: string): Pick<Frame, 'panel' | 'by' | 'mine'> | null {
  try {
    const stored = sessionStorage.getItem(panelKey(boardId))
    if (stored === null) return null
    const { panel, by, mine } = JSON.parse(stored) as Partial<Frame>
    const named = (id: unknown) => (typeof id === 'string' ? id : null)
    // On a phone a panel covers the wall: only the stage's own is there again.
    if (isPhone() && by !== 'stage') return { panel: null, by: 'me', mine: null }
    return { panel: named(panel), by: by === 'stage' ? 'stage' : 'me', mine: named(mine) }
  } catch {
    return null
  }
}

export const FrameContext = createContext<FrameStore | null>(null)

export function useFrameStore(): FrameStore {
  const frame = useContext(FrameContext)
  if (!frame) throw new Error('No frame around this component.')
  return frame
}
export const useFrame = (): Frame => useStore(useFrameStore())
