import { Spinner } from './spinner.tsx'

/** The wall before its notes: paper at once, and a word on it only when they take long. */
export const LoadingWall = ({ says = 'Fetching the board' }: { says?: string }) => (
  <main className="kraft fixed inset-0 grid place-items-center">
    <h1 className="sr-only">Board</h1>
    <span className="flex rounded-full bg-paper-0/90 px-4 py-2 empty:hidden [animation:var(--animate-late)]">
      <Spinner label={says} />
    </span>
  </main>
)
