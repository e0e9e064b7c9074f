'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { askServer } from '#components/ui/ask-server.ts'
import { Button } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { toast } from '#components/ui/toast.tsx'
import { When } from '#components/ui/when.tsx'
import { AskPassword } from './ask-password.tsx'
import { FactorSetup } from './factor-setup.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'

type Step = 'set up' | 'new codes' | 'turn off'
const titles: Record<Step, string> = {
  'set up': 'Set up a second factor',
  'new codes': 'New recovery codes',
  'turn off': 'Turn the second factor off?',
}

/** Codes of an authenticator app, asked for beside the password. */
export function SecondFactor({ state }: { state: { since: number; codesLeft: number } | null }) {
  const [step, setStep] = useState<Step | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const router = useRouter()
  const close = () => {
    setStep(null)
    setCodes(null)
    router.refresh()
  }
  return (
    <>
      {state ? (
        <p>
          On since <When at={state.since} />. {state.codesLeft} recovery{' '}
          {state.codesLeft === 1 ? 'code is' : 'codes are'} left.
        </p>
      ) : (
        <p>A code of an app on your phone, asked for beside your password. Off.</p>
      )}
      <div className="flex flex-wrap gap-2">
        {state ? (
          <>
            <Button onClick={() => setStep('new codes')}>New recovery codes</Button>
            <Button onClick={() => setStep('turn off')}>Turn it off</Button>
          </>
        ) : (
          <Button onClick={() => setStep('set up')}>Set it up</Button>
        )}
      </div>
      <Dialog
        open={step !== null}
        onOpenChange={open => !open && close()}
        title={titles[step ?? 'set up']}
        width="narrow"
      >
        {step === 'set up' && <FactorSetup />}
        {step === 'new codes' &&
          (codes ? (
            <RecoveryCodes codes={codes} />
          ) : (
            <AskPassword
              action="Make new ones"
              ask={password => askServer('POST /api/account/second-factor/codes', {}, { password })}
              onDone={answer => setCodes(answer.codes)}
            />
          ))}
        {step === 'turn off' && (
          <AskPassword
            danger
            action="Turn it off"
            ask={password => askServer('DELETE /api/account/second-factor', {}, { password })}
            onDone={() => {
              toast({ text: 'You are asked for your password alone.' })
              close()
            }}
          />
        )}
      </Dialog>
    </>
  )
}
