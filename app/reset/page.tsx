import type { Metadata } from 'next'
import { Pinned } from '#components/home/pinned.tsx'
import { ResetForm } from '#components/home/reset-form.tsx'

export const metadata: Metadata = { title: 'A new password', robots: { index: false }, referrer: 'no-referrer' }

export default function Reset() {
  return (
    <Pinned title="A new password">
      <ResetForm />
    </Pinned>
  )
}
