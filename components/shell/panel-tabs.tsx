'use client'
import { cx } from 'class-variance-authority'
import { useBoard } from '#components/board/state/board-context.tsx'
import { useRoster } from '#components/collab/collab-context.tsx'
import { useComments } from '#components/comments/comments-context.tsx'
import { unreadOf } from '#components/comments/unread.ts'
import { useInPrivate, useStage } from '#components/stage/state/use-stage.ts'
import { useStore } from '#components/ui/store.ts'
import { useFrame, useFrameStore } from '#components/workspace/frame-state.ts'
import { type Tab, tabOf, tabs } from './panels.ts'

/** The five tabs of the panels, by name, at the right edge; an open panel hangs below them. */
export function PanelTabs() {
  const { panel } = useFrame()
  const open = panel === null ? null : tabOf(panel)
  const sign = useSigns()
  return (
    <nav
      data-slot="rail"
      aria-label="Panels"
      className={cx(
        'absolute top-0 right-0 z-30 flex border-line bg-paper-0 max-sm:hidden',
        open === null ? 'rounded-bl-md border-b border-l shadow-panel' : '',
      )}
    >
      {tabs.map(tab => (
        <TabButton key={tab.id} tab={tab} open={open === tab} sign={sign(tab.id)} />
      ))}
    </nav>
  )
}

interface Sign {
  /** What is to be seen there, for who does not see the mark. */
  words: string
  count?: number
}

function TabButton({ tab, open, sign }: { tab: Tab; open: boolean; sign: Sign | null }) {
  const frame = useFrameStore()
  const { parts } = useFrame()
  const { id, label, icon: Icon, panels } = tab
  const press = () => {
    const last = panels.find(panel => panel.id === parts[id]) ?? panels[0]
    frame.change({ panel: open ? null : (last?.id ?? null), over: null })
  }
  return (
    <button
      type="button"
      aria-pressed={open}
      aria-label={sign ? `${label}, ${sign.words}` : label}
      onClick={press}
      className={cx(
        'relative grid h-11 w-15 place-items-center content-center gap-px text-[0.6875rem] leading-none [&_svg]:size-4.5',
        open ? 'bg-accent-soft font-semibold text-accent-strong' : 'text-ink-700 hover:bg-ink-900/5',
      )}
    >
      <Icon aria-hidden />
      {label}
      {sign && (
        <span
          aria-hidden
          className={cx(
            'absolute top-1 right-2.5 grid h-4 min-w-4 place-items-center rounded-full bg-danger px-1 text-[0.625rem] text-on-danger figures',
            sign.count === undefined && 'h-2.5! min-w-2.5! px-0!',
          )}
        >
          {sign.count}
        </span>
      )}
    </button>
  )
}

/** What waits for this person in a tab that is not open: where one is meant, a number; where something is to do, a mark. */
function useSigns(): (tab: string) => Sign | null {
  const { panel } = useFrame()
  const stage = useStage()
  const inPrivate = useInPrivate()
  const board = useBoard()
  const { you } = useRoster()
  const { threads, marks } = useComments()
  const read = useStore(marks)
  const mentions = threads
    .filter(thread => !thread.root.resolved)
    .flatMap(thread => unreadOf(thread, read, board.isOwn))
    .filter(comment => comment.mentions.includes(you?.personId ?? '')).length
  const open = panel === null ? null : tabOf(panel)?.id
  return tab => {
    if (tab === open) return null
    if (tab === 'talk' && mentions > 0)
      return { words: mentions === 1 ? 'you are mentioned' : `you are mentioned ${mentions} times`, count: mentions }
    const isAsked = inPrivate || stage.vote?.status === 'open' || (stage.inbox && you?.role === 'contributor')
    return tab === 'now' && isAsked ? { words: 'something is to do' } : null
  }
}
