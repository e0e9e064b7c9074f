'use client'
import { NotebookPen, PanelRight, Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { redo, undo } from '#components/board/actions/edit.ts'
import { refusalOnWall } from '#components/board/actions/perform.ts'
import { noteTools, pickLane, pickLink } from '#components/board/actions/tools.ts'
import { useBoard } from '#components/board/state/board-context.tsx'
import { useStage } from '#components/stage/state/use-stage.ts'
import { Button } from '#components/ui/button.tsx'
import { Menu } from '#components/ui/menu.tsx'
import { Popover } from '#components/ui/popover.tsx'
import { useStore } from '#components/ui/store.ts'
import { ActionIcon, ActionItem } from '#components/workspace/action-controls.tsx'
import { useFrame, useFrameStore } from '#components/workspace/frame-state.ts'
import { PaletteItems } from './palette.tsx'
import { panels } from './panels.ts'

/** On a phone: what the tools and the tabs hold elsewhere, within reach of the thumb. */
export function BottomBar() {
  return (
    <footer
      data-slot="foot"
      className="z-20 border-line border-t bg-paper-0 px-2 pb-[env(safe-area-inset-bottom)] sm:hidden"
    >
      <ThumbBar />
    </footer>
  )
}

const UndoRedo = () => (
  <>
    <ActionIcon action={undo} side="top" size="sm" />
    <ActionIcon action={redo} side="top" size="sm" />
  </>
)

const putsUp = [...noteTools.map(({ action }) => action), pickLink, pickLane]

/** Returns why nothing of the palette can be added now; null: something can. */
function useNothingToPutUp(): string | null {
  const board = useBoard()
  useStore(board.access)
  const reasons = putsUp.map(action => refusalOnWall(action, board))
  return reasons.includes(null) ? null : (reasons[0] ?? null)
}

function ThumbBar() {
  const [picking, setPicking] = useState(false)
  const { panel } = useFrame()
  const frame = useFrameStore()
  const board = useBoard()
  const reason = useNothingToPutUp()
  const { item } = useStage()
  // Another activity begins: the choice that lay open was about the one before.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another activity closes it.
  useEffect(() => setPicking(false), [item])
  return (
    <div className="flex w-full items-center justify-between gap-1 py-1">
      <Popover
        label="Tools and notes"
        side="top"
        align="start"
        open={picking}
        onOpenChange={open => {
          if (open && reason !== null) board.tell(reason)
          else setPicking(open)
        }}
        trigger={
          <Button variant="primary" aria-disabled={reason !== null} title={reason ?? undefined}>
            <Plus aria-hidden />
            Note
          </Button>
        }
      >
        <PaletteItems onPick={() => setPicking(false)} />
      </Popover>
      <div className="flex">
        <UndoRedo />
      </div>
      <Button
        aria-pressed={panel === 'now'}
        className="aria-pressed:border-accent aria-pressed:bg-accent-soft"
        onClick={() => frame.togglePanel('now')}
      >
        <NotebookPen aria-hidden />
        Now
      </Button>
      <Menu
        align="end"
        side="top"
        trigger={
          <Button variant="quiet">
            <PanelRight aria-hidden />
            Panels
          </Button>
        }
      >
        {panels.map(({ id, action }) => (
          <ActionItem key={id} action={action} short keyless />
        ))}
      </Menu>
    </div>
  )
}
