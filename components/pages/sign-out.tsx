import { useState } from 'react'
import { forgetLocalCopies } from '#components/collab/local-copy.ts'
import { forgetShell } from '#components/collab/offline-shell.ts'
import { askAndSay } from '#components/ui/ask-and-say.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'

/** Signs out and removes this person's boards from the browser: others may use it next. */
export async function signOutHere(personId: string): Promise<void> {
  const answer = await askAndSay('POST /api/sign-out', {})
  if (!answer) return
  await Promise.all([forgetLocalCopies(personId), forgetShell().catch(() => {})])
  window.location.assign(answer.next ?? '/')
}

/** Asks first when this browser has unsent changes. */
export function SignOutDialog({
  open,
  onOpenChange,
  personId,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
  personId: string
}) {
  const [leaving, setLeaving] = useState(false)
  const leave = () => {
    setLeaving(true)
    void signOutHere(personId).finally(() => setLeaving(false))
  }
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Some changes are not sent yet"
      description="This browser keeps changes of a board that the server does not have. They are sent when you open that board with a connection. If you sign out now, they are gone."
      width="narrow"
      footer={
        <>
          <Button variant="danger" disabled={leaving} onClick={leave}>
            Sign out and lose them
          </Button>
          <Button variant="primary" onClick={() => onOpenChange(false)}>
            Stay signed in
          </Button>
        </>
      }
    />
  )
}
