'use client'
import { Pinned } from '#components/home/pinned.tsx'
import { Button } from '#components/ui/button.tsx'

export default function ErrorPage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <Pinned
      title="This page could not be shown"
      lead="Something failed on our side. What was saved is safe. Try again; if it stays, tell whoever runs this server."
    >
      <Button variant="primary" onClick={retry}>
        Try again
      </Button>
      {error.digest && <p className="text-ink-500 text-xs figures">In the server’s log: {error.digest}</p>}
    </Pinned>
  )
}
