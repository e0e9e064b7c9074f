'use client'
import { askServer } from '#components/ui/ask-server.ts'
import { Button } from '#components/ui/button.tsx'
import { useSending } from '#components/ui/use-sending.ts'

/** The organisation's own sign-in, and whether it leads to this person. */
export function Provider({ name, linked, refused }: { name: string; linked: boolean; refused: string | null }) {
  const { sending, refusal, send } = useSending()
  if (linked)
    return (
      <p>
        You sign in with {name}, and come here. If you made an account with a password before, sign in with that
        password once and connect {name} there: both become one.
      </p>
    )
  return (
    <>
      <p>
        Signing in with {name} can lead to this account. If you came by it before, both become one: its workspaces and
        seats are yours here, and what it wrote keeps its name.
      </p>
      <div>
        <Button
          disabled={sending}
          onClick={() =>
            send(
              () => askServer('POST /api/account/provider', {}),
              ({ url }) => window.location.assign(url),
            )
          }
        >
          Connect {name}
        </Button>
      </div>
      {(refusal?.message ?? refused) && (
        <p role="alert" className="text-danger text-sm">
          {refusal?.message ?? refused}
        </p>
      )}
    </>
  )
}
