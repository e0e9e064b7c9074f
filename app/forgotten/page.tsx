import type { Metadata } from 'next'
import { connection } from 'next/server'
import { ForgottenForm } from '#components/home/forgotten-form.tsx'
import { Aside, Pinned, TextLink } from '#components/home/pinned.tsx'
import { running } from '#server/base/runtime.ts'

export const metadata: Metadata = { title: 'Forgotten password' }

export default async function Forgotten() {
  await connection()
  return (
    <Pinned title="Forgotten your password?">
      {running().mail ? (
        <ForgottenForm />
      ) : (
        <p>
          Ask the owner of your workspace: on its page of people they can make a link by which you choose a new one. You
          own it yourself? Whoever runs this Brownpaper can make the link too.
        </p>
      )}
      <Aside>
        You remember it? <TextLink href="/sign-in">Sign in</TextLink>.
      </Aside>
    </Pinned>
  )
}
