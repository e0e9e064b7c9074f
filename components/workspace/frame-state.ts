import { createContext, useContext } from 'react'
import { isPhone } from '#components/ui/phone.ts'
import { useStore, ValueStore } from '#components/ui/store.ts'

/** What of the frame is open, in this tab. */
export interface Frame {
  /** The one panel at the right; null: the wall has the room. */
  panel: string | null
  /** px. */
  panelWidth: number
  /** null: until somebody chooses, it is there where the wall is too vast for one look. */
  minimap: boolean | null
  /** The wall was too vast to open with everything in sight. */
  vast: boolean
  /** The palette shows its names: the legend. */
  legend: boolean
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
    | 'details'
    | 'export'
    | 'import'
    | 'finish'
    | 'template'
    | null
}

const remembered = ['panelWidth', 'minimap', 'legend'] as const
const key = 'brownpaper.frame'
const panelKey = (boardId: string) => `brownpaper.panel/${boardId}`
const initial: Frame = {
  panel: null,
  panelWidth: 380,
  minimap: null,
  vast: false,
  legend: false,
  asking: false,
  presenting: null,
  card: null,
  over: null,
}
export const mapShown = ({ minimap, vast }: Frame): boolean => minimap ?? vast
export const panelWidths = [280, 720] as const

/** Opens the pad with the board: `/b/…?view=pad`, for phones. */
const asksForPad = (): boolean => new URLSearchParams(location.search).get('view') === 'pad'

/** The frame's state; what people set up is there again on the next board, the open panel on this one in this tab. */
export class FrameStore extends ValueStore<Frame> {
  readonly #boardId: string
  constructor(boardId: string) {
    super({ ...initial, ...read(boardId), ...(asksForPad() ? { panel: 'pad' } : {}) })
    this.#boardId = boardId
  }
  change(change: Partial<Frame>): void {
    const next = { ...this.get(), ...change }
    this.set(next)
    try {
      localStorage.setItem(key, JSON.stringify(Object.fromEntries(remembered.map(name => [name, next[name]]))))
      sessionStorage.setItem(panelKey(this.#boardId), next.panel ?? '')
    } catch {
      // Without storage nothing is remembered; nothing else is lost.
    }
  }
  togglePanel(id: string): void {
    this.change({ panel: this.get().panel === id ? null : id, over: null })
  }
}

function read(boardId: string): Partial<Frame> {
  try {
    const stored = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Frame>
    const width = Number(stored.panelWidth)
    return {
      panel: (!isPhone() && sessionStorage.getItem(panelKey(boardId))) || null,
      panelWidth: width >= panelWidths[0] && width <= panelWidths[1] ? width : initial.panelWidth,
      minimap: stored.minimap ?? null,
      legend: stored.legend === true,
    }
  } catch {
    return {}
  }
}

export const FrameContext = createContext<FrameStore | null>(null)

export function useFrameStore(): FrameStore {
  const frame = useContext(FrameContext)
  if (!frame) throw new Error('No frame around this component.')
  return frame
}
export const useFrame = (): Frame => useStore(useFrameStore())
