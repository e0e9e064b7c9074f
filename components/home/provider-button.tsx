'use client'
import { askServer } from '#components/ui/ask-server.ts'
import { Button } from '#components/ui/button.tsx'
import { useSending } from '#components/ui/use-sending.ts'

/** Opens the organisation's own sign-in, which returns to the requested page. */
export function ProviderButton({ name, to }: { name: string; to: string }) {
  const { sending, refusal, send } = useSending()
  return (
    <div className="grid gap-2">
      <Button
        size="touch"
        disabled={sending}
        onClick={() =>
          send(
            () => askServer('POST /api/sign-in/provider', {}, { returnTo: to }),
            ({ url }) => window.location.assign(url),
          )
        }
      >
        Continue with {name}
      </Button>
      {refusal && (
        <p role="alert" className="text-danger text-sm">
          {refusal.message}
        </p>
      )}
      <p aria-hidden className="text-center text-ink-500 text-xs">
        or
      </p>
    </div>
  )
}
