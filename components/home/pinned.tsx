import { cx } from 'class-variance-authority'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Wordmark } from '#components/ui/wordmark.tsx'

/** One sheet of paper taped to the wall: a form, or what happened and what to do. */
export function Pinned({
  title,
  brand,
  lead,
  children,
}: {
  title: string
  /** Whose it is, above the title. */
  brand?: ReactNode
  lead?: ReactNode
  children?: ReactNode
}) {
  return (
    <div className="kraft flex min-h-dvh flex-col">
      <header className="px-5 py-3 sm:px-10">
        <Link href="/" className="inline-block rounded-sm" aria-label="Brownpaper, home">
          <Wordmark className="text-wall-ink" />
        </Link>
      </header>
      <main className="grid flex-1 justify-items-center px-3 pt-6 pb-10 sm:content-center sm:pt-0 sm:pb-24">
        <div className="relative h-fit w-full max-w-[26rem] rounded-note bg-paper-0 px-5 pt-9 pb-6 text-ink-900 shadow-panel sm:px-8 sm:pb-8">
          <span
            aria-hidden
            className="absolute -top-3 left-1/2 h-6 w-28 -translate-x-1/2 rotate-[-1.5deg] bg-tape opacity-90 shadow-note"
          />
          {brand && <div className="mb-2">{brand}</div>}
          <h1 className="text-xl" dir="auto">
            {title}
          </h1>
          {lead && <div className="mt-2 text-ink-700">{lead}</div>}
          {children && <div className={cx('grid gap-4', lead ? 'mt-5' : 'mt-6')}>{children}</div>}
        </div>
      </main>
    </div>
  )
}

/** The alternative, below a form. */
export const Aside = ({ children }: { children: ReactNode }) => <p className="text-ink-700 text-sm">{children}</p>

export const TextLink = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link href={href} className="font-semibold text-accent underline underline-offset-2">
    {children}
  </Link>
)
