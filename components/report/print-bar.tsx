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

/** Which paper the report is set for. */
export function PaperChoice() {
  const [paper, setPaper] = useState<keyof typeof papers>('a4')
  return (
    <>
      <style>{`@page{size:${papers[paper]}}`}</style>
      <Select
        aria-label="Paper"
        value={paper}
        onChange={event => setPaper(event.target.value as keyof typeof papers)}
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
