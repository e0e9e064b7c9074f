'use client'
import { UserPlus } from 'lucide-react'
import Link from 'next/link'
import { useMay } from '#components/board/state/board-context.tsx'
import { OwnSigns } from '#components/stage/attention/me.tsx'
import { AttentionMenu } from '#components/stage/attention-menu.tsx'
import { share } from '#components/stage/session/session-actions.ts'
import { StagePill } from '#components/stage/stage-pill.tsx'
import { StageStrip } from '#components/stage/stage-strip.tsx'
import { useWide } from '#components/ui/phone.ts'
import { Sign } from '#components/ui/wordmark.tsx'
import { ActionButton, ActionIcon } from '#components/workspace/action-controls.tsx'
import { BoardMenu } from './board-menu.tsx'
import { BoardTitle } from './board-title.tsx'
import { ConnectionStatus } from './connection.tsx'
import { openHelp } from './frame-actions.ts'
import { MeMenu } from './me-menu.tsx'
import { People } from './people.tsx'
import { ShareBoard } from './share/share-board.tsx'

/** The board at the left, the stage in the middle, the people at the right. */
export function TopBar() {
  const wide = useWide()
  const mayInvite = useMay('session.invite').ok
  const mayLead = useMay('stage.lead').ok
  return (
    <div className="z-20 border-line border-b bg-paper-0">
      <header data-slot="head" className="flex h-12 items-center gap-1 px-2 sm:gap-2">
        <Link href="/" aria-label="Your boards" className="shrink-0 rounded-sm p-1">
          <Sign className="size-7" />
        </Link>
        <div className="flex min-w-0 flex-1 items-center gap-1 lg:flex-initial">
          <BoardTitle />
          <BoardMenu />
          <ConnectionStatus />
        </div>
        {wide && (
          <div className="flex min-w-105 flex-1 justify-center">
            <StagePill />
          </div>
        )}
        <div className="flex shrink-0 items-center gap-0.5 sm:gap-1">
          {wide && mayLead && <AttentionMenu />}
          {wide && <OwnSigns />}
          <People />
          {mayInvite && (
            <ActionButton action={share} variant="primary" size="sm" className="ml-1">
              <UserPlus aria-hidden />
              <span className="max-sm:sr-only">Share</span>
            </ActionButton>
          )}
          <span className="max-sm:hidden">
            <ActionIcon action={openHelp} label="Help" size="sm" />
          </span>
          <MeMenu />
        </div>
        <ShareBoard />
      </header>
      {!wide && <StageStrip />}
    </div>
  )
}
