'use client'
import { Pinned } from '#components/home/pinned.tsx'
import { useNewerVersion } from '#components/pages/use-newer-version.ts'
import { Button } from '#components/ui/button.tsx'

export default function ErrorPage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  const newer = useNewerVersion(error)
  if (newer)
    return (
      <Pinned title={newer.title} lead={<p role="status">{newer.lead}</p>}>
        <Button variant="primary" onClick={() => location.reload()}>
          Fetch it now
        </Button>
      </Pinned>
    )
  return (
    <Pinned
      title="This page could not be shown"
      lead={
        error.digest === 'storage-damaged'
          ? 'Part of what this server has stored is damaged and cannot be read. Tell whoever runs it: a backup brings it back.'
          : 'Something failed on our side. What was saved is safe. Try again; if it stays, tell whoever runs this server.'
      }
    >
      <Button variant="primary" onClick={retry}>
        Try again
      </Button>
      {error.digest && <p className="text-ink-500 text-xs figures">In the server’s log: {error.digest}</p>}
    </Pinned>
  )
}
