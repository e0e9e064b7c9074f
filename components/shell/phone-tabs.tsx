'use client'
import { cx } from 'class-variance-authority'
import { Ellipsis, type LucideIcon, NotebookPen, StickyNote, Users } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useStage } from '#components/stage/state/use-stage.ts'
import { useFrame, useFrameStore } from '#components/workspace/frame-state.ts'
import { MoreSheet } from './more-sheet.tsx'
import { tabOf } from './panels.ts'
import { type TabSign, useTabSigns } from './tab-signs.ts'

/** On a phone, within reach of the thumb: what is asked now, the wall, the people, and everything else. */
export function PhoneTabs() {
  const { panel } = useFrame()
  const frame = useFrameStore()
  const { item, hands } = useStage()
  const sign = useTabSigns()
  const [more, setMore] = useState(false)
  // Another activity begins: what lay open was about the one before.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another activity closes it.
  useEffect(() => setMore(false), [item])
  const at = more
    ? 'more'
    : panel === null
      ? 'wall'
      : panel === 'people'
        ? 'people'
        : tabOf(panel)?.id === 'now'
          ? 'now'
          : 'more'
  const go = (to: string | null) => {
    setMore(false)
    frame.change({ panel: to, over: null })
  }
  return (
    <nav
      data-slot="foot"
      aria-label="Pages"
      className="z-20 grid grid-cols-4 border-line border-t bg-paper-0 pb-[env(safe-area-inset-bottom)] in-data-keyboard:hidden sm:hidden"
    >
      <PageButton label="Now" icon={NotebookPen} here={at === 'now'} sign={sign('now')} onGo={() => go('now')} />
      <PageButton label="Wall" icon={StickyNote} here={at === 'wall'} onGo={() => go(null)} />
      <PageButton
        label="People"
        icon={Users}
        here={at === 'people'}
        sign={raised(hands.length)}
        onGo={() => go('people')}
      />
      <PageButton label="More" icon={Ellipsis} here={at === 'more'} sign={sign('talk')} onGo={() => setMore(!more)} />
      <MoreSheet open={more} onOpenChange={setMore} />
    </nav>
  )
}

const raised = (hands: number): TabSign | null =>
  hands === 0 ? null : { words: hands === 1 ? 'one hand is raised' : `${hands} hands are raised` }

function PageButton(props: {
  label: string
  icon: LucideIcon
  here: boolean
  sign?: TabSign | null
  onGo: () => void
}) {
  const { label, icon: Icon, here, sign, onGo } = props
  return (
    <button
      type="button"
      aria-pressed={here}
      aria-label={sign ? `${label}, ${sign.words}` : label}
      onClick={onGo}
      className={cx(
        'relative grid h-13 place-items-center content-center gap-0.5 text-xs leading-none [&_svg]:size-5',
        here ? 'font-semibold text-accent-strong' : 'text-ink-700',
      )}
    >
      <Icon aria-hidden />
      {label}
      {sign && (
        <span aria-hidden className="absolute top-1.5 left-[calc(50%+0.5rem)] size-2.5 rounded-full bg-danger" />
      )}
    </button>
  )
}
