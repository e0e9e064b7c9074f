'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { askAndSay } from '#components/ui/ask-and-say.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { makePasskey, offersPasskeys } from '#components/ui/passkey.ts'
import { toast } from '#components/ui/toast.tsx'
import { When } from '#components/ui/when.tsx'
import type { OwnPasskey } from '#lib/protocol/routes/passkeys.ts'
import { AskPassword } from './ask-password.tsx'

const nameOf = ({ device }: OwnPasskey) => device ?? 'A passkey'

/** Passkeys of a person: sign-in by a finger, a face or a PIN in place of the password. */
export function Passkeys({ passkeys, hasPassword }: { passkeys: readonly OwnPasskey[]; hasPassword: boolean }) {
  const [offered, setOffered] = useState(true)
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<OwnPasskey | null>(null)
  const router = useRouter()
  useEffect(() => setOffered(offersPasskeys()), [])
  const added = () => {
    setAdding(false)
    toast({ text: 'You can sign in with this passkey from now on.' })
    router.refresh()
  }
  const addAtOnce = async () => {
    const answer = await makePasskey(null)
    if (answer.ok) added()
    else toast({ text: answer.message, tone: 'danger' })
  }
  const remove = async ({ id }: OwnPasskey) => {
    if (await askAndSay('DELETE /api/account/passkeys/[passkeyId]', { passkeyId: id }))
      toast({ text: 'The passkey is removed.' })
    setRemoving(null)
    router.refresh()
  }
  return (
    <>
      {passkeys.length > 0 && (
        <ul className="divide-y divide-line border-line border-y">
          {passkeys.map(passkey => (
            <li key={passkey.id} className="flex min-h-14 items-center gap-3 py-2">
              <div className="min-w-0 flex-1">
                <div className="font-semibold">{nameOf(passkey)}</div>
                <div className="text-ink-500 text-sm">
                  {passkey.usedAt === null ? (
                    'Not used yet'
                  ) : (
                    <>
                      Last used <When at={passkey.usedAt} />
                    </>
                  )}
                </div>
              </div>
              <Button size="sm" aria-label={`Remove: ${nameOf(passkey)}`} onClick={() => setRemoving(passkey)}>
                Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
      {offered ? (
        <div>
          <Button onClick={() => (hasPassword ? setAdding(true) : void addAtOnce())}>Add a passkey</Button>
        </div>
      ) : (
        <p className="text-ink-700 text-sm">Browsers make passkeys only for pages under https.</p>
      )}
      <Dialog
        open={adding}
        onOpenChange={setAdding}
        title="Add a passkey"
        description="Then your device asks for a finger, a face or its PIN."
        width="narrow"
      >
        <AskPassword action="Go on" ask={makePasskey} onDone={added} />
      </Dialog>
      <Dialog
        open={removing !== null}
        onOpenChange={open => !open && setRemoving(null)}
        title="Remove this passkey?"
        description="Nobody signs in with it any more. The device may go on offering it until it is removed there too."
        width="narrow"
        footer={
          <>
            <Button onClick={() => setRemoving(null)}>Keep it</Button>
            <Button variant="danger" onClick={() => removing && void remove(removing)}>
              Remove
            </Button>
          </>
        }
      />
    </>
  )
}
