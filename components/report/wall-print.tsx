'use client'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Select } from '#components/ui/input.tsx'
import { type Box, expand, intersects } from '#lib/geometry/box.ts'
import { largePaper, type SheetName, sheetNames, tilesFor } from '#lib/report/sheets.ts'
import { PrintBar } from './print-bar.tsx'

interface Piece {
  markup: string
  /** Board px, with room for strokes. */
  box: Box
}

/** A drawing in its pieces: a sheet holds those that lie on it, for a printer takes minutes over the whole of it on each. */
function piecesOf(svg: SVGSVGElement): Piece[] {
  const { left, top } = svg.getBoundingClientRect()
  return [...svg.children].flatMap(child => {
    if (child.localName === 'style' || child.localName === 'title') return []
    const { x, y, width, height } = child.getBoundingClientRect()
    return [{ markup: child.outerHTML, box: expand({ x: x - left, y: y - top, w: width, h: height }, 8) }]
  })
}

/** The wall on one large sheet, or on several small ones with marks to cut and glue them together. */
export function WallPrint({ board, asIs, toBe }: { board: { id: string; title: string }; asIs: string; toBe: string }) {
  const [paper, setPaper] = useState<SheetName>('a0')
  const [version, setVersion] = useState<'as-is' | 'to-be'>('as-is')
  const svg = version === 'as-is' ? asIs : toBe
  const plan = useMemo(() => {
    const box = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '0 0 1000 500').split(' ').map(Number)
    const [x = 0, y = 0, w = 1000, h = 500] = box
    return tilesFor(paper, { x, y, w, h })
  }, [svg, paper])
  const inner = svg.replace(/^<svg[^>]*>/, '').replace(/<\/svg>$/, '')
  const family = /font-family="([^"]*)"/.exec(svg)?.[1]?.replaceAll('&#39;', "'") ?? 'sans-serif'
  const { sheet, tiles, columns, rows, bleed } = plan
  const drawing = useRef<SVGSVGElement>(null)
  const [pieces, setPieces] = useState<readonly Piece[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another drawing has other pieces.
  useLayoutEffect(() => setPieces(drawing.current ? piecesOf(drawing.current) : []), [inner])
  const on = (tile: Box) =>
    pieces
      .filter(piece => intersects(piece.box, tile))
      .map(piece => piece.markup)
      .join('')
  return (
    <div className="min-h-dvh bg-paper-100 pb-16 print:bg-white print:pb-0">
      <style>{`@page{size:${sheet.w}mm ${sheet.h}mm;margin:0}`}</style>
      <PrintBar boardId={board.id}>
        <p className="text-ink-700 text-sm figures">
          {tiles.length === 1 ? 'One sheet' : `${tiles.length} sheets, ${columns} × ${rows}`}
        </p>
        <Select
          aria-label="Version"
          value={version}
          onChange={event => setVersion(event.target.value as 'as-is' | 'to-be')}
          className="w-40"
        >
          <option value="as-is">As it is</option>
          <option value="to-be">As it will be</option>
        </Select>
        <Select
          aria-label="Paper"
          value={paper}
          onChange={event => setPaper(event.target.value as SheetName)}
          className="w-44"
        >
          {Object.entries(sheetNames).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </PrintBar>
      {/* The whole drawing, out of sight: it says where each of its pieces lies, and holds their styles. */}
      <svg
        ref={drawing}
        width="0"
        height="0"
        className="invisible absolute overflow-hidden"
        aria-hidden="true"
        fontFamily={family}
        fill="none"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by lib/export/svg.ts, in which whatever people wrote is text.
        dangerouslySetInnerHTML={{ __html: inner }}
      />
      <main className="mx-auto grid max-w-[70rem] gap-6 p-6 print:block print:max-w-none print:p-0">
        <h1 className="sr-only">{board.title}</h1>
        {tiles.map(tile => (
          <div
            key={tile.name}
            className="relative bg-white shadow-panel print:h-(--h) print:w-(--w) print:shadow-none print-colour print:not-last-of-type:break-after-page"
            style={{ aspectRatio: `${sheet.w} / ${sheet.h}`, '--w': `${sheet.w}mm`, '--h': `${sheet.h - 0.3}mm` }}
          >
            <svg viewBox={`0 0 ${sheet.w} ${sheet.h}`} className="block size-full" role="img" aria-label={tile.name}>
              <svg
                aria-hidden="true"
                x={bleed}
                y={bleed}
                width={sheet.w - 2 * bleed}
                height={sheet.h - 2 * bleed}
                viewBox={`${tile.x} ${tile.y} ${tile.w} ${tile.h}`}
                preserveAspectRatio="xMinYMin meet"
                fontFamily={family}
                fill="none"
                // biome-ignore lint/security/noDangerouslySetInnerHtml: pieces of the same drawing.
                dangerouslySetInnerHTML={{ __html: on(tile) }}
              />
              {tiles.length > 1 && (
                <CutMarks w={sheet.w} h={sheet.h} bleed={bleed} name={`${board.title}: ${tile.name}`} />
              )}
            </svg>
          </div>
        ))}
        {!largePaper(paper) && (
          <p className="no-print mx-auto max-w-[70rem] px-6 text-ink-700 text-sm">
            Print at 100%, cut along the marks, and glue the sheets edge to edge: they are numbered by column and row.
          </p>
        )}
      </main>
    </div>
  )
}

/** Corner marks where the picture ends, and which sheet it is. */
function CutMarks({ w, h, bleed, name }: { w: number; h: number; bleed: number; name: string }) {
  const [l, t, r, b] = [bleed, bleed, w - bleed, h - bleed]
  const d = [
    `M${l} 0V${t - 1}M0 ${t}H${l - 1}`,
    `M${r} 0V${t - 1}M${w} ${t}H${r + 1}`,
    `M${l} ${h}V${b + 1}M0 ${b}H${l - 1}`,
    `M${r} ${h}V${b + 1}M${w} ${b}H${r + 1}`,
  ].join('')
  return (
    <>
      <path d={d} stroke="#000" strokeWidth="0.25" fill="none" />
      <text x={w / 2} y={h - 2.5} fontSize="3" textAnchor="middle" fill="#444" fontFamily="sans-serif">
        {name}
      </text>
    </>
  )
}
