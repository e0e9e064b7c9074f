'use client'
import { ArrowLeft, Printer } from 'lucide-react'
import Link from 'next/link'
import { type ReactNode, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Select } from '#components/ui/input.tsx'

const papers = { a4: 'A4', letter: 'Letter' } as const

/** Above the sheet on the screen, gone on paper: where one came from, which paper, and the printer. */
export function PrintBar({ boardId, children }: { boardId: string; children?: ReactNode }) {
  return (
    <header className="no-print sticky top-0 z-20 border-line border-b bg-paper-0">
      <div className="mx-auto flex max-w-[60rem] flex-wrap items-center gap-2 px-4 py-2.5">
        <Button asChild variant="ghost" className="mr-auto">
          <Link href={`/b/${boardId}`}>
            <ArrowLeft aria-hidden />
            Board
          </Link>
        </Button>
        {children}
        <Button variant="primary" onClick={() => window.print()}>
          <Printer aria-hidden />
          Print or save as PDF
        </Button>
      </div>
    </header>
  )
}

/** mm that a wall is high at most on a page that lies on its side, under its heading. */
const high = { a4: 156, letter: 162 } as const

/** A text as the value of `content` in CSS: every sign that is no letter or digit by its number. */
const cssText = (text: string): string =>
  `"${Array.from(text, sign => (/[\p{L}\p{N}]/u.test(sign) ? sign : `\\${sign.codePointAt(0)?.toString(16)} `)).join('')}"`

/** How the report is set: the paper, what it is and which page of how many at the foot, and walls lying on their side. */
const sheetOf = (paper: keyof typeof papers, title: string): string => {
  const foot = 'font:8.5pt "Source Sans 3 Variable",sans-serif;color:#6b6256'
  return [
    `@page{size:${papers[paper]};margin:16mm 14mm 18mm;@bottom-left{content:${cssText(title)};${foot}}@bottom-right{content:"Page " counter(page) " of " counter(pages);${foot}}}`,
    '@page:first{@bottom-left{content:""}@bottom-right{content:""}}',
    `@page wall{size:${papers[paper]} landscape}`,
    `:root{--wall-high:${high[paper]}mm}`,
  ].join('')
}

/** Which paper the report is set for. */
export function PaperChoice({ title }: { title: string }) {
  const [paper, setPaper] = useState<keyof typeof papers>('a4')
  return (
    <>
      <style>{sheetOf(paper, title)}</style>
      <Select
        aria-label="Paper"
        value={paper}
        onChange={event => setPaper(event.target.value === 'letter' ? 'letter' : 'a4')}
        className="w-28"
      >
        {Object.entries(papers).map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </>
  )
}
