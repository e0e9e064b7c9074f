'use client'
import type { ReactNode } from 'react'
import { redo, undo } from '#components/board/actions/edit.ts'
import type { ToolAction } from '#components/board/actions/tools.ts'
import { showAll } from '#components/board/actions/view.ts'
import { useBoard } from '#components/board/state/board-context.tsx'
import { seeOtherSide } from '#components/method/method-actions.ts'
import { Button } from '#components/ui/button.tsx'
import { Sheet } from '#components/ui/dialog.tsx'
import { Glyph } from '#components/ui/glyph.tsx'
import { ActionButton, useOffer } from '#components/workspace/action-controls.tsx'
import { useFrameStore } from '#components/workspace/frame-state.ts'
import { papers } from '#lib/notes/papers.ts'
import { openHelp } from './frame-actions.ts'
import { binPanel, type Panel, tabs } from './panels.ts'
import { useToolsNow } from './tool-column.tsx'

/** Everything that has no place of its own on a phone: the tools, the panels, the ways to see the wall. */
export function MoreSheet({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const frame = useFrameStore()
  const { tools, kinds, more } = useToolsNow()
  const done = () => onOpenChange(false)
  const show = ({ id }: Panel) => {
    done()
    frame.change({ panel: id, over: null })
  }
  return (
    <Sheet open={open} onOpenChange={onOpenChange} title="More">
      <div className="grid gap-4">
        <Group title="On the wall">
          {[...kinds, ...more].map(({ kind, action }) => (
            <PickButton key={action.id} action={action} onPick={done}>
              <span
                className="grid size-6 place-items-center rounded-note shadow-note"
                style={{ backgroundColor: papers[kind.paper].fill, color: papers[kind.paper].ink }}
              >
                <Glyph name={kind.icon} className="size-3.5!" />
              </span>
            </PickButton>
          ))}
          {tools.slice(2).map(action => (
            <PickButton key={action.id} action={action} onPick={done} />
          ))}
          <ActionButton action={undo} />
          <ActionButton action={redo} />
        </Group>
        {tabs.map(tab => (
          <Group key={tab.id} title={tab.label}>
            {tab.panels
              .filter(({ id }) => id !== 'now')
              .map(panel => (
                <Button key={panel.id} onClick={() => show(panel)}>
                  <panel.icon aria-hidden />
                  {panel.label}
                </Button>
              ))}
          </Group>
        ))}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys click the buttons within. */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: it only hears that one of its buttons was pressed. */}
        <div onClick={done}>
          <Group title="See">
            <ActionButton action={showAll} />
            <ActionButton action={seeOtherSide} />
            <Button onClick={() => show(binPanel)}>Taken off</Button>
            <ActionButton action={openHelp} />
          </Group>
        </div>
      </div>
    </Sheet>
  )
}

const Group = ({ title, children }: { title: string; children: ReactNode }) => (
  <section>
    <h3 className="mb-1.5 font-ui text-ink-500 text-sm tracking-normal">{title}</h3>
    <div className="flex flex-wrap gap-2">{children}</div>
  </section>
)

/** Takes a tool in hand and shows the wall, where the next tap uses it. */
function PickButton({ action, onPick, children }: { action: ToolAction; onPick: () => void; children?: ReactNode }) {
  const board = useBoard()
  const frame = useFrameStore()
  const { short, icon: Icon, reason } = useOffer(action)
  return (
    <Button
      aria-disabled={reason !== null}
      title={reason ?? undefined}
      onClick={() => {
        if (reason !== null) return board.tell(reason)
        board.tool.set(action.tool)
        frame.change({ panel: null, over: null })
        onPick()
      }}
    >
      {children ?? <Icon />}
      {short}
    </Button>
  )
}
