'use client'
import { enterWorkspace } from '#components/pages/workspace-switch.tsx'
import { askServer } from '#components/ui/ask-server.ts'
import { Button } from '#components/ui/button.tsx'
import { useSending } from '#components/ui/use-sending.ts'

/** Becoming a member of a workspace, by the link that one person got. */
export function WorkspaceDoor({ token, name }: { token: string; name: string }) {
  const { sending, refusal, send } = useSending()
  return (
    <div className="grid gap-3">
      <Button
        variant="primary"
        size="touch"
        disabled={sending}
        onClick={() =>
          send(
            () => askServer('POST /api/workspaces/join', {}, { token }),
            ({ workspace }) => enterWorkspace(workspace.id),
          )
        }
      >
        <span className="truncate">
          Join as <bdi>{name}</bdi>
        </span>
      </Button>
      {refusal && (
        <p role="alert" className="text-danger text-sm">
          {refusal.message}
        </p>
      )}
    </div>
  )
}
