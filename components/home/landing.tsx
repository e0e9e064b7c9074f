import Link from 'next/link'
import { Button } from '#components/ui/button.tsx'
import { Wordmark } from '#components/ui/wordmark.tsx'
import { CodeForm } from './code-form.tsx'
import { CoffeeWall } from './coffee-wall.tsx'

/** What Brownpaper is, in one screen, for whoever is not signed in; `open`: whether they can make an account. */
export function Landing({ open }: { open: boolean }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex items-center gap-2 px-5 py-3 sm:px-10">
        <Wordmark className="mr-auto" />
        <Button asChild variant="ghost">
          <Link href="/sign-in">Sign in</Link>
        </Button>
      </header>
      <main className="flex flex-1 flex-col">
        <div className="grid gap-8 px-5 pt-6 pb-9 sm:px-10 lg:grid-cols-[1fr_21rem] lg:gap-20 lg:pt-9">
          <div>
            <h1 className="max-w-[18ch] text-[2.25rem] leading-tight sm:text-2xl sm:leading-[1.08]">
              Begin with the customer. Make the company fit.
            </h1>
            <p className="mt-4 max-w-[60ch] text-ink-700">
              Brownpaper is a wall that a whole workshop writes on at once. Put up what your customer goes through, then
              what you do about it. Every contact, hand-off and decision is a place where it can fail: find them, count
              them, and eliminate or improve each one.
            </p>
            <div className="mt-6 flex flex-wrap gap-3">
              <Button asChild variant="primary" size="touch">
                {open ? <Link href="/sign-up">Create an account</Link> : <Link href="/sign-in">Sign in</Link>}
              </Button>
            </div>
          </div>
          <div className="self-end lg:border-line lg:border-l lg:pl-10">
            <CodeForm hint="It is on the facilitator’s screen. You need no account." />
          </div>
        </div>
        <figure className="kraft flex min-h-[24rem] flex-1 flex-col overflow-hidden">
          <CoffeeWall className="h-[27rem] w-auto max-w-none self-start xl:h-auto xl:w-full" />
          <figcaption className="px-5 py-3 text-sm text-wall-ink sm:px-10">
            A double espresso as it is served today: two Moments of Truth, two Break Points, one Business Rule.
          </figcaption>
        </figure>
      </main>
    </div>
  )
}
