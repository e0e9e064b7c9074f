'use client'
import './theme.css'

/** Where not even the layout could be shown. */
export default function GlobalError({ retry }: { retry: () => void }) {
  return (
    <html lang="en">
      <body className="kraft grid min-h-dvh place-items-center font-ui">
        <title>Brownpaper</title>
        <main className="max-w-md rounded-note bg-paper-0 p-8 text-ink-900">
          <h1 className="text-xl">Brownpaper could not be shown</h1>
          <p className="mt-2 text-ink-700">Something failed. What was saved is safe.</p>
          <button type="button" onClick={retry} className="mt-4 font-semibold text-accent underline">
            Try again
          </button>
        </main>
      </body>
    </html>
  )
}
