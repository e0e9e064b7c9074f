import { useState } from 'react'
import { askAndSay } from '#components/ui/ask-and-say.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { MadeLink } from '#components/ui/made-link.tsx'

/** A link by which a member who forgot their password sets a new one. */
export function ResetLink({
  workspaceId,
  personId,
  name,
  open,
  onClose,
}: {
  workspaceId: string
  personId: string
  name: string
  open: boolean
  onClose: () => void
}) {
  const [made, setMade] = useState<{ url: string; expiresAt: number } | null>(null)
  const path = { workspaceId, personId }
  const make = async () => {
    const answer = await askAndSay('POST /api/workspaces/[workspaceId]/members/[personId]/reset', path)
    if (answer) setMade({ ...answer.reset, url: new URL(answer.reset.url, location.href).href })
  }
  const close = () => {
    setMade(null)
    onClose()
  }
  return (
    <Dialog
      open={open}
      onOpenChange={next => !next && close()}
      title={`New password for ${name}`}
      description="By the link they set a new password themselves. All their sign-ins end when they do."
      width="narrow"
      footer={
        !made && (
          <Button variant="primary" onClick={() => void make()}>
            Make the link
          </Button>
        )
      }
    >
      {made && (
        <MadeLink url={made.url} qrLabel="QR code of the reset link">
          The link is shown only here and works once, until{' '}
          {new Date(made.expiresAt).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' })}. Give it to nobody
          else.
        </MadeLink>
      )}
    </Dialog>
  )
}
