'use client'
import { cx } from 'class-variance-authority'
import { useMay } from '#components/board/state/board-context.tsx'
import { useStage } from '#components/stage/state/use-stage.ts'
import { useFrame, useFrameStore } from '#components/workspace/frame-state.ts'
import { type Tab, tabOf, tabs } from './panels.ts'
import { type TabSign, useTabSigns } from './tab-signs.ts'

/** The five tabs of the panels, by name, at the right edge; an open panel hangs below them. */
export function PanelTabs() {
  const { panel } = useFrame()
  const open = panel === null ? null : tabOf(panel)
  const sign = useTabSigns()
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

function TabButton({ tab, open, sign }: { tab: Tab; open: boolean; sign: TabSign | null }) {
  const frame = useFrameStore()
  const { parts } = useFrame()
  const stage = useStage()
  const leads = useMay('stage.lead').ok
  const { id, label, icon: Icon, panels, begins } = tab
  const press = () => {
    const wanted = parts[id] ?? begins?.(stage, leads)
    const last = panels.find(panel => panel.id === wanted) ?? panels[0]
    frame.change({ panel: open ? null : (last?.id ?? null), over: null })
  }
  return (
    <button
      type="button"
      aria-pressed={open}
      aria-label={sign ? `${label}, ${sign.words}` : label}
      onClick={press}
      className={cx(
        'relative grid h-11 w-14 place-items-center content-center gap-px text-[0.6875rem] leading-none [&_svg]:size-4.5',
        open ? 'bg-accent-soft font-semibold text-accent-strong' : 'text-ink-700 hover:bg-ink-900/5',
      )}
    >
      <Icon aria-hidden />
      {label}
      {sign && (
        <span
          aria-hidden
          className={cx(
            'absolute top-1 right-2 grid h-4 min-w-4 place-items-center rounded-full bg-danger px-1 text-[0.625rem] text-on-danger figures',
            sign.count === undefined && 'h-2.5! min-w-2.5! px-0!',
          )}
        >
          {sign.count}
        </span>
      )}
    </button>
  )
}
