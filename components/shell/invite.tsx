'use client'
import { useState } from 'react'
import { InviteList } from '#components/stage/session/invite-list.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { useFrame, useFrameStore } from '#components/workspace/frame-state.ts'
import { InviteForm } from './invite-form.tsx'

export function InviteDialog() {
  const { over } = useFrame()
  const frame = useFrameStore()
  const [made, setMade] = useState(0)
  return (
    <Dialog
      open={over === 'invite'}
      onOpenChange={open => frame.change({ over: open ? 'invite' : null })}
      title="Invite to this board"
      description="Whoever opens the link gives a name and is in; no account is needed."
    >
      <InviteForm onMade={() => setMade(count => count + 1)} />
      <InviteList made={made} />
    </Dialog>
  )
}
