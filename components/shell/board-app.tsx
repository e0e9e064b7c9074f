'use client'
import { useMemo, useState } from 'react'
import { LiveBoard, LiveCollab } from '#components/collab/live-board.tsx'
import { CommentsProvider } from '#components/comments/comments-context.tsx'
import { VotingProvider } from '#components/stage/voting/voting-context.tsx'
import { CurrencyContext } from '#components/ui/currency.ts'
import { type ToastMessage, toast } from '#components/ui/toast.tsx'
import { Announcements, Announcer } from '#components/workspace/announcer.tsx'
import { FrameContext, FrameStore } from '#components/workspace/frame-state.ts'
import { BoardFrame } from './board-frame.tsx'
import type { BoardPageProps } from './board-page.tsx'
import { Ended } from './ended.tsx'
import { Opening } from './opening.tsx'
import { KeepShell } from './without-server.tsx'

/** A board in the browser: connected, with the frame around its wall. */
export function BoardApp({ boardId, personId, known, currency }: BoardPageProps) {
  const [frame] = useState(() => new FrameStore(boardId))
  const [announcer] = useState(() => new Announcer())
  const speakers = useMemo(
    () => ({
      announce: (sentence: string) => announcer.say(sentence),
      tell: (text: string, offer?: ToastMessage['action']) => void toast({ text, ...(offer ? { action: offer } : {}) }),
    }),
    [announcer],
  )
  const address = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync`
  return (
    <FrameContext value={frame}>
      <LiveCollab options={{ boardId, personId, address, known }}>
        <KeepShell />
        <Ended>
          <LiveBoard speakers={speakers} waiting={<Opening />}>
            <VotingProvider>
              <CommentsProvider>
                <CurrencyContext value={currency}>
                  <BoardFrame />
                </CurrencyContext>
              </CommentsProvider>
            </VotingProvider>
          </LiveBoard>
        </Ended>
      </LiveCollab>
      <Announcements announcer={announcer} />
    </FrameContext>
  )
}
