'use client'
import { Inbox } from 'lucide-react'
import { useBoard, useBoardVersion } from '#components/board/state/board-context.tsx'
import { inInbox } from '#lib/board/commands/inbox.ts'
import { OpenComposer } from '../composer/open-composer.tsx'

/** While notes go to the inbox first: where contributors write them. */
export function InboxPad() {
  const board = useBoard()
  useBoardVersion()
  const mine = inInbox(board.model).filter(note => board.isOwn(note.made)).length
  return (
    <section aria-label="Notes for the inbox" className="border-line border-t">
      <header className="flex items-center gap-2 px-3 pt-2 text-sm">
        <Inbox aria-hidden className="size-4 shrink-0 text-accent" />
        <h2 className="flex-1 font-semibold font-ui text-sm tracking-normal">Your ideas go to the facilitator first</h2>
        <span role="status" className="text-ink-500 text-xs figures">
          {mine > 0 && `${mine} waiting`}
        </span>
      </header>
      <OpenComposer large />
    </section>
  )
}
