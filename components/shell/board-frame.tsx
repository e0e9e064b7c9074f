'use client'
import { MethodProvider } from '#components/method/method-context.tsx'
import { TableView } from '#components/method/table/table-view.tsx'
import { OpenActivityPanel } from '#components/stage/agenda/open-activity-panel.tsx'
import { Floating } from '#components/stage/attention/floating.tsx'
import { Gathering } from '#components/stage/attention/gathering.tsx'
import { InstructionCard } from '#components/stage/instruction-card.tsx'
import { PrivateRounds } from '#components/stage/private/own-round.tsx'
import { CodeScreen } from '#components/stage/session/code-screen.tsx'
import { TimeUp } from '#components/stage/timer/clock.tsx'
import { Presenting } from '#components/stage/views/presenting.tsx'
import { Following } from '#components/workspace/following.tsx'
import { useFrame } from '#components/workspace/frame-state.ts'
import { ChangeAnnouncements } from './change-announcements.tsx'
import { CommandPalette } from './commands.tsx'
import { DeferUntilPainted } from './defer-until-painted.tsx'
import { Find } from './find.tsx'
import { useFirstLook } from './first-look.ts'
import { FrameKeys } from './frame-keys.tsx'
import { HelpDialog } from './help/help-dialog.tsx'
import { useKeyboardRoom } from './keyboard-room.ts'
import { NotSaved } from './not-saved.tsx'
import { PanelHost } from './panel-host.tsx'
import { PanelTabs } from './panel-tabs.tsx'
import { PhoneTabs } from './phone-tabs.tsx'
import { Sealed } from './sealed.tsx'
import { ToolColumn } from './tool-column.tsx'
import { TopBar } from './top-bar.tsx'
import { WallArea } from './wall-area.tsx'
import { WallFoot } from './wall-foot.tsx'

/**
 * The wall with few controls around it; on a phone the wall or one panel, and four pages. Everything that needs no
 * space beside the wall is loaded after it.
 */
export function BoardFrame() {
  useFirstLook()
  useKeyboardRoom()
  const { presenting } = useFrame()
  const alone = presenting !== null
  return (
    <MethodProvider>
      <PrivateRounds>
        <Following>
          <div className="fixed inset-0 bottom-(--keyboard,0px) grid grid-cols-1 grid-rows-[auto_minmax(0,1fr)_auto] overflow-hidden overscroll-none bg-paper-50">
            {alone ? <div /> : <TopBar />}
            <div className="relative flex min-h-0">
              {!alone && <ToolColumn />}
              <main className="relative min-w-0 flex-1 overflow-hidden">
                <WallArea />
                <Sealed />
                <WallFoot />
                {alone && <Presenting at={presenting} />}
                <DeferUntilPainted>
                  <InstructionCard />
                  <Find />
                  <NotSaved />
                </DeferUntilPainted>
              </main>
              {!alone && <PanelHost />}
              {!alone && <PanelTabs />}
            </div>
            {!alone && <PhoneTabs />}
          </div>
          <FrameKeys />
          <DeferUntilPainted>
            <CommandPalette />
            <HelpDialog />
            <TableView />
            <ChangeAnnouncements />
            <TimeUp />
            <OpenActivityPanel />
            <Gathering />
            <Floating />
            <CodeScreen />
          </DeferUntilPainted>
        </Following>
      </PrivateRounds>
    </MethodProvider>
  )
}
