'use client'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { Select } from '#components/ui/input.tsx'
import { type Box, expand, intersects } from '#lib/geometry/box.ts'
import { largePaper, type PrintTile, type SheetName, type SheetPlan, sheetNames, tilesFor } from '#lib/report/sheets.ts'
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
export function WallPrint({
  board,
  workspace,
  asIs,
  toBe,
}: {
  board: { id: string; title: string }
  /** Whose wall it is: it stands in the lower left corner of the first sheet. */
  workspace: { name: string; logo: string | null }
  asIs: string
  toBe: string
}) {
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
  const { sheet, tiles, columns, rows } = plan
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
        {tiles.map((tile, at) => (
          <div
            key={tile.name}
            className="relative bg-white shadow-panel print:h-(--h) print:w-(--w) print:shadow-none print-colour print:not-last-of-type:break-after-page"
            style={{ aspectRatio: `${sheet.w} / ${sheet.h}`, '--w': `${sheet.w}mm`, '--h': `${sheet.h - 0.3}mm` }}
          >
            <svg viewBox={`0 0 ${sheet.w} ${sheet.h}`} className="block size-full" role="img" aria-label={tile.name}>
              <Picture plan={plan} tile={tile} family={family} on={on} />
              {at === 0 && <Owner workspace={workspace} high={sheet.h} margin={plan.bleed} />}
              {tiles.length > 1 && <CutMarks plan={plan} tile={tile} name={`${board.title}: ${tile.name}`} />}
            </svg>
          </div>
        ))}
        {!largePaper(paper) && (
          <p className="no-print mx-auto max-w-[70rem] px-6 text-ink-700 text-sm">
            Print at 100%. The sheets are numbered by column and row, and overlap by a centimetre: cut off the left and
            the upper margin along the marks, lay each sheet on the one before up to its dashed line, and glue.
          </p>
        )}
      </main>
    </div>
  )
}

/** Whose wall it is, in the margin below the picture. */
function Owner({
  workspace: { name, logo },
  high,
  margin,
}: {
  workspace: { name: string; logo: string | null }
  /** mm */
  high: number
  margin: number
}) {
  const size = margin * 0.6
  if (logo)
    return (
      <image
        href={logo}
        x={margin}
        y={high - margin * 0.8}
        width={size * 3}
        height={size}
        preserveAspectRatio="xMinYMid meet"
      />
    )
  return (
    <text x={margin} y={high - 2.5} fontSize="3" fill="#444" fontFamily="sans-serif">
      {name}
    </text>
  )
}

/** mm of a sheet that its picture takes, and board px that it shows: its tile and what overlaps. */
function shownOn({ sheet, bleed, scale }: SheetPlan, { x, y, w, h, glue }: PrintTile): { paper: Box; shows: Box } {
  if (scale === null)
    return { paper: { x: bleed, y: bleed, w: sheet.w - 2 * bleed, h: sheet.h - 2 * bleed }, shows: { x, y, w, h } }
  const [right, below] = [glue.right / scale, glue.below / scale]
  return {
    paper: { x: bleed, y: bleed, w: w * scale + glue.right, h: h * scale + glue.below },
    shows: { x, y, w: w + right, h: h + below },
  }
}

/** The pieces of the drawing that lie on a sheet. */
function Picture({
  plan,
  tile,
  family,
  on,
}: {
  plan: SheetPlan
  tile: PrintTile
  family: string
  on: (box: Box) => string
}) {
  const { paper, shows } = shownOn(plan, tile)
  return (
    <svg
      aria-hidden="true"
      x={paper.x}
      y={paper.y}
      width={paper.w}
      height={paper.h}
      viewBox={`${shows.x} ${shows.y} ${shows.w} ${shows.h}`}
      preserveAspectRatio="xMinYMin meet"
      fontFamily={family}
      fill="none"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: pieces of the same drawing.
      dangerouslySetInnerHTML={{ __html: on(shows) }}
    />
  )
}

/** Marks to cut along at the left and the top, dashed lines up to which the next sheets are laid on, and which sheet it is. */
function CutMarks({ plan, tile, name }: { plan: SheetPlan; tile: PrintTile; name: string }) {
  const { w: wide, h: high } = plan.sheet
  const { paper } = shownOn(plan, tile)
  const [l, t, r, b] = [paper.x, paper.y, paper.x + paper.w, paper.y + paper.h]
  const cut = [
    `M${l} 0V${t - 1}M0 ${t}H${l - 1}`,
    `M${r} 0V${t - 1}M${wide} ${t}H${r + 1}`,
    `M${l} ${high}V${b + 1}M0 ${b}H${l - 1}`,
    `M${r} ${high}V${b + 1}M${wide} ${b}H${r + 1}`,
  ].join('')
  const laid = [
    tile.glue.right > 0 ? `M${r - tile.glue.right} ${t}V${b}` : '',
    tile.glue.below > 0 ? `M${l} ${b - tile.glue.below}H${r}` : '',
  ].join('')
  return (
    <>
      <path d={cut} stroke="#000" strokeWidth="0.25" fill="none" />
      {laid && <path d={laid} stroke="#000" strokeWidth="0.25" strokeDasharray="2 2" strokeOpacity="0.6" fill="none" />}
      <text x={wide / 2} y={high - 2.5} fontSize="3" textAnchor="middle" fill="#444" fontFamily="sans-serif">
        {name}
      </text>
    </>
  )
}
