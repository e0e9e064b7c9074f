'use client'
import { UserPlus } from 'lucide-react'
import Link from 'next/link'
import { useMay } from '#components/board/state/board-context.tsx'
import { Me } from '#components/stage/attention/me.tsx'
import { StageBar } from '#components/stage/stage-bar.tsx'
import { StageStrip } from '#components/stage/stage-strip.tsx'
import { Button } from '#components/ui/button.tsx'
import { Sign } from '#components/ui/wordmark.tsx'
import { useFrameStore } from '#components/workspace/frame-state.ts'
import { BoardMenu } from './board-menu.tsx'
import { BoardTitle } from './board-title.tsx'
import { Invite } from './invite.tsx'
import { People } from './people.tsx'

/** Name of the board, where we are in the agenda, who is here, and the one prominent action. */
export function TopBar() {
  const frame = useFrameStore()
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
        <Me />
        <People />
        {mayInvite.ok && (
          <Button variant="primary" size="sm" onClick={() => frame.change({ over: 'invite' })}>
            <UserPlus aria-hidden />
            <span className="max-sm:sr-only">Invite</span>
          </Button>
        )}
        <Invite />
      </header>
      <StageStrip />
    </div>
  )
}
