'use client'
import { KeyRound } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { comeInByPasskey, offersPasskeys } from '#components/ui/passkey.ts'
import { useSending } from '#components/ui/use-sending.ts'

/** Signing in by a passkey, where the browser has them. */
export function PasskeyButton({ to }: { to: string }) {
  const { sending, refusal, send } = useSending()
  const [offered, setOffered] = useState(false)
  useEffect(() => setOffered(offersPasskeys()), [])
  if (!offered) return null
  return (
    <div className="grid gap-2">
      <Button size="touch" disabled={sending} onClick={() => send(comeInByPasskey, () => window.location.assign(to))}>
        <KeyRound aria-hidden />
        Use a passkey
      </Button>
      {refusal && (
        <p role="alert" className="text-danger text-sm">
          {refusal.message}
        </p>
      )}
    </div>
  )
}
