'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { askAndSay } from '#components/ui/ask-and-say.ts'
import { Button } from '#components/ui/button.tsx'
import { toast } from '#components/ui/toast.tsx'
import { When } from '#components/ui/when.tsx'
import type { OwnSignIn } from '#lib/protocol/routes/account.ts'

/** Where a person is signed in; each place can be signed out from here. */
export function SignIns({ signIns }: { signIns: readonly OwnSignIn[] }) {
  const [ending, setEnding] = useState(false)
  const router = useRouter()
  const others = signIns.filter(({ here }) => !here)
  const run = async (act: () => Promise<unknown>, done: string) => {
    setEnding(true)
    if (await act()) toast({ text: done })
    setEnding(false)
    router.refresh()
  }
  return (
    <>
      <ul className="divide-y divide-line border-line border-y">
        {signIns.map(({ id, device, usedAt, here }) => {
          const name = device ?? 'A program that does not say its name'
          return (
            <li key={id} className="flex min-h-14 items-center gap-3 py-2">
              <div className="min-w-0 flex-1">
                <div className="font-semibold">{name}</div>
                <div className="text-ink-500 text-sm">
                  {here ? (
                    'This browser'
                  ) : (
                    <>
                      Last used <When at={usedAt} />
                    </>
                  )}
                </div>
              </div>
              {!here && (
                <Button
                  size="sm"
                  disabled={ending}
                  aria-label={`Sign out: ${name}`}
                  onClick={() =>
                    run(
                      () => askAndSay('DELETE /api/account/sign-ins/[signInId]', { signInId: id }),
                      `Signed out: ${name}.`,
                    )
                  }
                >
                  Sign out
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {others.length > 1 && (
        <div>
          <Button
            disabled={ending}
            onClick={() =>
              run(() => askAndSay('DELETE /api/account/sign-ins', {}), 'You are signed out everywhere else.')
            }
          >
            Sign out everywhere else
          </Button>
        </div>
      )}
    </>
  )
}
