import { useState } from 'react'
import { enterWorkspace } from '#components/pages/workspace-switch.tsx'
import { askAndSay } from '#components/ui/ask-and-say.ts'
import { Button } from '#components/ui/button.tsx'
import { Confirm } from './confirm.tsx'

/** Leaving a workspace by one's own will. */
export function LeaveWorkspace({ workspaceId, name }: { workspaceId: string; name: string }) {
  const [asking, setAsking] = useState(false)
  const leave = async () => {
    if (await askAndSay('POST /api/workspaces/[workspaceId]/leave', { workspaceId })) enterWorkspace('')
  }
  return (
    <section>
      <Button variant="ghost" className="text-danger" onClick={() => setAsking(true)}>
        Leave the workspace
      </Button>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={`Leave ${name}?`}
        description="Its boards and its library are closed to you at once, and links that you made are closed. What you wrote stays. Only a new invite brings you back."
        action="Leave"
        onConfirm={leave}
      />
    </section>
  )
}
