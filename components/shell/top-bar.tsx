'use client'
import { UserPlus } from 'lucide-react'
import Link from 'next/link'
import { useMay } from '#components/board/state/board-context.tsx'
import { OwnSigns } from '#components/stage/attention/me.tsx'
import { invitePeople } from '#components/stage/session/session-actions.ts'
import { StageBar } from '#components/stage/stage-bar.tsx'
import { StageStrip } from '#components/stage/stage-strip.tsx'
import { Sign } from '#components/ui/wordmark.tsx'
import { ActionButton } from '#components/workspace/action-controls.tsx'
import { BoardMenu } from './board-menu.tsx'
import { BoardTitle } from './board-title.tsx'
import { InviteDialog } from './invite.tsx'
import { People } from './people.tsx'

/** The board's name, the current activity, the people present, and the main action. */
export function TopBar() {
  const mayInvite = useMay('session.invite')
  return (
    <div className="z-20 border-line border-b bg-paper-0">
      <header data-slot="head" className="flex h-13 items-center gap-2 px-2 sm:gap-3 sm:px-3">
        <Link href="/" aria-label="Your boards" className="rounded-sm p-1">
          <Sign className="size-7" />
        </Link>
        <BoardTitle />
        <BoardMenu />
        <div className="flex min-w-0 flex-1 justify-center">
          <StageBar />
        </div>
        <OwnSigns />
        <People />
        {mayInvite.ok && (
          <ActionButton action={invitePeople} variant="primary" size="sm">
            <UserPlus aria-hidden />
            <span className="max-sm:sr-only">Invite</span>
          </ActionButton>
        )}
        <InviteDialog />
      </header>
      <StageStrip />
    </div>
  )
}
