'use client'
import { useBoard, useBoardVersion, useMay } from '#components/board/state/board-context.tsx'
import { Button } from '#components/ui/button.tsx'
import { Switch } from '#components/ui/switch.tsx'
import { inInbox, letOntoWall } from '#lib/board/commands/inbox.ts'
import { deleteNotes } from '#lib/board/commands/notes.ts'
import type { Note } from '#lib/board/snapshot.ts'
import { useAsk } from '../state/ask.ts'
import { useStage } from '../state/use-stage.ts'
import { AsideNote } from './aside-note.tsx'

/** Notes in the inbox, to move onto the wall one by one or all at once. */
export function InboxPanel() {
  const board = useBoard()
  useBoardVersion()
  const { inbox } = useStage()
  const ask = useAsk()
  const mayLead = useMay('stage.lead').ok
  const mayPlace = useMay('note.place', { own: true, locked: false })
  const notes = inInbox(board.model)
  const letIn = (which: readonly Note[]) => {
    letOntoWall(board.writer, board.model, which, board.viewport.visible)
    board.announce(which.length === 1 ? 'On the wall.' : `${which.length} notes are on the wall.`)
  }
  return (
    <div className="grid gap-3 px-4 pb-6">
      {mayLead && (
        <Switch
          label="Notes land here first"
          hint="What contributors write waits here until you let it onto the wall. It is not secret: it is only not on the wall yet."
          checked={inbox}
          onCheckedChange={on => void ask('stage.inbox', { on })}
        />
      )}
      {notes.length === 0 ? (
        <p className="text-ink-500 text-sm">Nothing waits in the inbox.</p>
      ) : (
        <>
          <ul aria-label="Inbox" className="grid gap-2">
            {notes.map(note => (
              <AsideNote
                key={note.id}
                note={note}
                verb="Let onto the wall"
                refusal={mayPlace.ok ? undefined : mayPlace.reason}
                onLetIn={() => letIn([note])}
                onTakeOff={() => deleteNotes(board.writer, board.model, new Set([note.id]))}
              />
            ))}
          </ul>
          {mayLead && notes.length > 1 && (
            <Button size="sm" onClick={() => letIn(notes)}>
              Let all {notes.length} onto the wall
            </Button>
          )}
        </>
      )}
    </div>
  )
}
