import type { Metadata } from 'next'
import { CodeForm } from '#components/home/code-form.tsx'
import { Pinned } from '#components/home/pinned.tsx'
import { DoorPage } from './door-page.tsx'

export const metadata: Metadata = { title: 'Join a workshop', robots: { index: false } }

export default async function JoinByCode({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>
}) {
  const { code } = await searchParams
  if (typeof code === 'string' && code) return <DoorPage way={{ code: code.slice(0, 40) }} />
  return (
    <Pinned title="Join a workshop" lead="The facilitator shows a code of six letters and digits.">
      <CodeForm />
    </Pinned>
  )
}
