'use client'
import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { useRoster } from '#components/collab/collab-context.tsx'
import { focusItself } from '#components/ui/dialog.tsx'
import { IconButton } from '#components/ui/icon-button.tsx'
import { QrCode } from '#components/ui/qr-code.tsx'
import { useFrame, useFrameStore } from '#components/workspace/frame-state.ts'
import { spellCode } from '#lib/people/short-code.ts'
import { useSession } from './use-session.ts'

/** How to join, large enough for the last row: address, code and QR code. */
export function CodeScreen() {
  const { over } = useFrame()
  const frame = useFrameStore()
  return (
    <Radix.Root open={over === 'code'} onOpenChange={open => frame.change({ over: open ? 'code' : null })}>
      <Radix.Portal>
        <Radix.Content
          aria-describedby={undefined}
          onOpenAutoFocus={focusItself}
          className="kraft fixed inset-0 z-40 grid animate-fade place-items-center overflow-y-auto p-4 outline-none"
        >
          <Radix.Title className="sr-only">Code to join</Radix.Title>
          <Code />
          <Radix.Close asChild>
            <IconButton label="Close" variant="quiet" className="fixed! top-4 right-4">
              <X />
            </IconButton>
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

function Code() {
  const { session } = useSession()
  const here = [...useRoster().people.values()].filter(person => person.here).length
  if (!session?.shortCode)
    return (
      <p className="rounded-note bg-paper-0 p-8 text-ink-700 shadow-note">
        {session ? 'There is a code while the session is open.' : ''}
      </p>
    )
  const address = `${location.origin}/join`
  return (
    <section className="grid w-full max-w-5xl items-center gap-x-14 gap-y-8 rounded-note bg-paper-0 p-6 text-ink-900 shadow-lift sm:p-12 md:grid-cols-[1fr_auto]">
      <div className="grid gap-6 max-md:justify-items-center max-md:text-center">
        <h2 className="text-xl" dir="auto">
          {session.title}
        </h2>
        <p className="text-ink-700 text-lg">
          Open <b className="text-ink-900">{address.replace(/^https?:\/\//, '')}</b> and type
        </p>
        <p
          data-code={session.shortCode}
          className="whitespace-nowrap font-semibold text-[clamp(3rem,9vw,7.5rem)] leading-none tracking-[0.08em] figures"
        >
          {spellCode(session.shortCode)}
        </p>
        <p className="text-ink-500 figures">
          {here} {here === 1 ? 'person is' : 'people are'} here
        </p>
      </div>
      <div className="justify-self-center [&_svg]:w-[min(22rem,70vw)]">
        <QrCode
          text={`${address}?code=${encodeURIComponent(session.shortCode)}`}
          label="QR code: opens the way in on a phone"
        />
      </div>
    </section>
  )
}
