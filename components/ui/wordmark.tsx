import { cx } from 'class-variance-authority'

/** The sign: a sheet of kraft held by tape, with one yellow note on the customer's side of a pencil line. */
export const Sign = ({ className }: { className?: string }) => (
  <svg viewBox="0 0 32 32" aria-hidden="true" className={cx('size-7 shrink-0', className)}>
    <path d="M3 6h26v22H3z" fill="#c9a877" />
    <path d="M3 6h26v9H3z" fill="#e4cfa6" />
    <path d="M3 15.2h26" stroke="#7b5f37" strokeWidth="1.4" strokeDasharray="2.4 1.8" />
    <path d="M7.5 8.5h7v7h-7z" fill="#f7dc6f" stroke="#b99620" strokeWidth=".8" />
    <path d="M17.5 18h7v7h-7z" fill="#e4675c" stroke="#a93c33" strokeWidth=".8" />
    <path d="m14.5 13 5.5 5" stroke="#2b2013" strokeWidth="1.5" strokeLinecap="round" fill="none" />
    <path d="M12 3.5h8v4.5h-8z" fill="#f6edd4" opacity=".92" />
  </svg>
)

/** The name beside the sign. */
export const Wordmark = ({ className }: { className?: string }) => (
  <span className={cx('inline-flex items-center gap-2.5 font-title text-lg text-ink-900', className)}>
    <Sign />
    <span className="font-[560] tracking-tight">Brownpaper</span>
  </span>
)
