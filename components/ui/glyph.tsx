import {
  CircleQuestionMark,
  Diamond,
  Flag,
  Frown,
  Handshake,
  Lightbulb,
  type LucideIcon,
  Scale,
  SquareCheck,
  StickyNote,
  Unlink,
} from 'lucide-react'
import type { SVGProps } from 'react'
import { methodGlyphs } from './method-glyphs.ts'

/** Lucide's icons under the names that note kinds give. */
const icons: Record<string, LucideIcon> = {
  'square-check': SquareCheck,
  diamond: Diamond,
  handshake: Handshake,
  unlink: Unlink,
  scale: Scale,
  frown: Frown,
  lightbulb: Lightbulb,
  'circle-help': CircleQuestionMark,
  flag: Flag,
  'sticky-note': StickyNote,
}

/** A note kind's or the method's glyph, in the colour of the text around it. Decorative: the name stands beside it. */
export function Glyph({ name, ...rest }: { name: string } & SVGProps<SVGSVGElement>) {
  const paths = methodGlyphs[name]
  if (paths)
    return (
      <svg
        aria-hidden="true"
        viewBox="0 0 24 24"
        width="24"
        height="24"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
        {...rest}
      >
        <path d={paths} />
      </svg>
    )
  const Icon = icons[name] ?? StickyNote
  const { ref: _, ...props } = rest
  return <Icon aria-hidden="true" {...props} />
}

/** A glyph as a component of its own, for what takes an icon. */
export const glyphIcon =
  (name: string) =>
  ({ className }: { className?: string }) => <Glyph name={name} {...(className ? { className } : {})} />
