import type { Metadata } from 'next'
import { headers } from 'next/headers'
import Link from 'next/link'
import { Pinned } from '#components/home/pinned.tsx'
import { ReplayPage } from '#components/replay/replay-page.tsx'
import { Button } from '#components/ui/button.tsx'
import { AppError } from '#server/base/errors.ts'
import { running } from '#server/base/runtime.ts'
import { addressHeader } from '#server/http/client-address.ts'
import { openToken } from '#server/http/invite-cookie.ts'
import { openShare, sharedFacts } from '#server/use-cases/replay-shares.ts'

type Props = { params: Promise<{ token: string }>; searchParams: Promise<{ row?: string }> }

export const metadata: Metadata = { title: 'Replay', robots: { index: false }, referrer: 'no-referrer' }

const titles: Record<string, string> = {
  'no-such-replay': 'This link leads nowhere',
  'replay-revoked': 'This link was closed',
  'replay-expired': 'This link has run out',
}

/** Shows a session's replay to people who have the link. */
export default async function SharedReplay({ params, searchParams }: Props) {
  const sent = await headers()
  const parts = running()
  const { token } = openToken(parts.env, sent.get('cookie'), { token: (await params).token.slice(0, 200) })
  const { row } = await searchParams
  const opened = await openShare(parts, sent.get(addressHeader) ?? 'unknown', token).catch(error => {
    if (error instanceof AppError) return error
    throw error
  })
  if (opened instanceof AppError)
    return (
      <Pinned title={titles[opened.code] ?? 'This replay does not open'} lead={opened.message}>
        <Button asChild>
          <Link href="/">Home</Link>
        </Button>
      </Pinned>
    )
  const from = row !== undefined && /^-?\d{1,9}$/.test(row) ? { row: Number(row) } : {}
  return <ReplayPage facts={await sharedFacts(parts, opened, token)} from={from} mayRepair={false} />
}
