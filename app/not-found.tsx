import type { Metadata } from 'next'
import Link from 'next/link'
import { Pinned } from '#components/home/pinned.tsx'
import { Button } from '#components/ui/button.tsx'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <Pinned
      title="Nothing hangs here"
      lead="This page does not exist, or it is not open to you. If somebody sent you the address, ask them for an invite."
    >
      <Button asChild variant="primary">
        <Link href="/">Home</Link>
      </Button>
    </Pinned>
  )
}
