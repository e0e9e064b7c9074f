import { useState } from 'react'
import { enterWorkspace } from '#components/pages/workspace-switch.tsx'
import { askAndSay } from '#components/ui/ask-and-say.ts'
import { Button } from '#components/ui/button.tsx'
import { Confirm } from './confirm.tsx'

/** The end of a workspace, with everything in it. */
export function DeleteWorkspace({ workspaceId, name }: { workspaceId: string; name: string }) {
  const [asking, setAsking] = useState(false)
  const remove = async () => {
    if (await askAndSay('DELETE /api/workspaces/[workspaceId]', { workspaceId })) enterWorkspace('')
  }
  return (
    <section className="border-line border-t pt-6">
      <Button variant="ghost" className="text-danger" onClick={() => setAsking(true)}>
        Delete the workspace
      </Button>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={`Delete ${name}?`}
        description="All of its boards are erased at once, with their history, and so are its library, its templates and its record. Nobody belongs to it any more. Nobody can bring it back."
        action="Delete everything"
        onConfirm={remove}
      />
    </section>
  )
}
