import { cx } from 'class-variance-authority'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Wordmark } from '#components/ui/wordmark.tsx'
import { AccountMenu } from './account-menu.tsx'
import type { Who } from './workspace-switch.tsx'

export type PageName = 'boards' | 'library' | 'portfolio'

const places = [
  ['boards', 'Boards', '/'],
  ['library', 'Library', '/library'],
  ['portfolio', 'Portfolio', '/library/portfolio'],
] as const satisfies readonly (readonly [PageName, string, string])[]

/** Where one can go outside the wall. */
export function PageLinks({ here }: { here: PageName | null }) {
  return (
    <nav aria-label="Pages" className="flex gap-1 max-sm:-mx-1 max-sm:order-last max-sm:w-full">
      {places.map(([place, label, href]) => (
        <Link
          key={place}
          href={href}
          aria-current={place === here ? 'page' : undefined}
          className={cx(
            'flex h-10 items-center rounded-md px-3 text-sm no-underline touch:h-11 hover:bg-ink-900/5',
            place === here ? 'font-semibold text-ink-900' : 'text-ink-700',
          )}
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}

/** A page of the library: where one is, who one is, and the page. */
export function LibraryShell({ who, here, children }: { who: Who; here: PageName | null; children: ReactNode }) {
  return (
    <div className="mx-auto max-w-[84rem] px-4 pb-20 sm:px-10">
      <header className="no-print -mx-2 flex flex-wrap items-center gap-x-4 py-3">
        <Link href="/" aria-label="Brownpaper, home" className="rounded-sm px-2">
          <Wordmark />
        </Link>
        <PageLinks here={here} />
        <span className="ml-auto">
          <AccountMenu who={who} />
        </span>
      </header>
      {/* Long words of people break rather than widen the page. */}
      <main className="wrap-anywhere">{children}</main>
    </div>
  )
}
