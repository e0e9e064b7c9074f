import type { Metadata } from 'next'
import { DoorPage } from '../door-page.tsx'

export const metadata: Metadata = { title: 'Join a workshop', robots: { index: false }, referrer: 'no-referrer' }

export default async function JoinByLink({ params }: { params: Promise<{ token: string }> }) {
  return <DoorPage way={{ token: (await params).token.slice(0, 200) }} />
}
