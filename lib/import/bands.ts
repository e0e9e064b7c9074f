import type { Lane } from '../board/snapshot.ts'

type Band = Pick<Lane, 'id' | 'actor' | 'top' | 'height'>

/**
 * Where notes that lie on the bands of a drawing, or of a table, come to lie on a wall, which puts the customer's lanes
 * on top: as far under the upper edge of their lane as they were. px; a note on no band is measured from the first.
 */
export function ontoLanes(bands: readonly Band[]): (lane: string | null, y: number) => { y: number; lane?: string } {
  const tops = new Map<string, number>()
  let top = 0
  const customers = bands.filter(band => band.actor === 'customer')
  for (const band of [...customers, ...bands.filter(band => band.actor !== 'customer')]) {
    tops.set(band.id, top)
    top += band.height
  }
  const first = bands[0]?.top ?? 0
  const byId = new Map(bands.map(band => [band.id, band]))
  return (lane, y) => {
    const band = byId.get(lane ?? '')
    return band ? { y: (tops.get(band.id) ?? 0) + y - band.top, lane: band.id } : { y: y - first }
  }
}

/** The band that the middle of a note lies on. */
export const bandUnder = (bands: readonly Band[], y: number, height: number): string | null =>
  bands.find(band => y + height / 2 >= band.top && y + height / 2 < band.top + band.height)?.id ?? null
