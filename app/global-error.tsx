'use client'
import './theme.css'
import { useNewerVersion } from '#components/pages/use-newer-version.ts'

/** Shown when the layout itself failed. */
export default function GlobalError({ error, retry }: { error: Error; retry: () => void }) {
  const newer = useNewerVersion(error)
  return (
    <html lang="en">
      <body className="kraft grid min-h-dvh place-items-center font-ui">
        <title>Brownpaper</title>
        <main className="max-w-md rounded-note bg-paper-0 p-8 text-ink-900">
          <h1 className="text-xl">{newer?.title ?? 'Brownpaper could not be shown'}</h1>
          <p role="status" className="mt-2 text-ink-700">
            {newer?.lead ?? 'Something failed. What was saved is safe.'}
          </p>
          <button
            type="button"
            onClick={newer ? () => location.reload() : retry}
            className="mt-4 font-semibold text-accent underline"
          >
            {newer ? 'Fetch it now' : 'Try again'}
          </button>
        </main>
      </body>
    </html>
  )
}
