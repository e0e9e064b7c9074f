import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { around, type Box, centre, distance, expand, intersects, type Point } from '#lib/geometry/box.ts'
import { arrowhead, type Route, roundedPath, type Side, type SideChoice, svgPath } from '#lib/geometry/route.ts'
import { runsBehind } from '#lib/geometry/route-around.ts'
import type { Led } from '#lib/geometry/router.ts'
import { routesOf } from '#lib/geometry/routes.ts'
import { type Layout, layouts } from '#tests/drivers/layouts.ts'
import { hasWay } from '#tests/drivers/way-around.ts'

const sideOf = (box: Box, { x, y }: Point): Side | null => {
  if (Math.abs(y - box.y) < 0.1) return 'top'
  if (Math.abs(y - box.y - box.h) < 0.1) return 'bottom'
  if (Math.abs(x - box.x) < 0.1) return 'left'
  return Math.abs(x - box.x - box.w) < 0.1 ? 'right' : null
}
const pairsOf = (points: readonly Point[]) => points.slice(1).map((b, at) => [points[at] ?? b, b] as const)

/** Ports of each note: where links leave and where they come in. */
function portsOf(routes: ReadonlyMap<string, Route>, links: readonly Led[]) {
  const ports = new Map<string, { out: Point[]; in: Point[] }>()
  const at = (note: string) => {
    const there = ports.get(note) ?? { out: [], in: [] }
    ports.set(note, there)
    return there
  }
  for (const { id, from, to } of links) {
    const [start, end] = [routes.get(id)?.points[0], routes.get(id)?.points.at(-1)]
    if (start) at(from).out.push(start)
    if (end) at(to).in.push(end)
  }
  return ports
}

/** Pairs of pieces of different links that run side by side closer than 10 px. */
function crowded(routes: ReadonlyMap<string, Route>) {
  const found: string[] = []
  const all = [...routes].flatMap(([id, { points }]) => pairsOf(points).map(([a, b]) => ({ id, a, b })))
  for (const [at, one] of all.entries())
    for (const other of all.slice(at + 1)) {
      if (one.id === other.id) continue
      for (const [along, across] of [
        ['x', 'y'],
        ['y', 'x'],
      ] as const) {
        if (one.a[across] !== one.b[across] || other.a[across] !== other.b[across]) continue
        const low = Math.max(Math.min(one.a[along], one.b[along]), Math.min(other.a[along], other.b[along]))
        const high = Math.min(Math.max(one.a[along], one.b[along]), Math.max(other.a[along], other.b[along]))
        if (high - low > 2 && Math.abs(one.a[across] - other.a[across]) < 9.99) found.push(`${one.id} ${other.id}`)
      }
    }
  return found
}

/** Short pieces between two that run the same way. */
const kinks = ({ points }: Route) =>
  points.slice(3).filter((after, at) => {
    const [before, a, b] = [points[at] ?? after, points[at + 1] ?? after, points[at + 2] ?? after]
    const along = a.x === b.x ? 'x' : 'y'
    return distance(a, b) < 12 && (a[along] - before[along]) * (after[along] - b[along]) > 0
  })

describe.each(Object.entries(layouts))('%s', (name, { boxes, links }) => {
  const routes = routesOf(boxes, links)

  test('has a route for every link, behind no note', () => {
    expect([...routes.keys()].sort()).toEqual(links.map(({ id }) => id).sort())
    for (const [id, { points }] of routes) {
      const link = links.find(one => one.id === id)
      const others = [...boxes].filter(([note]) => note !== link?.from && note !== link?.to).map(([, box]) => box)
      expect(runsBehind(points, others), id).toBe(false)
    }
  })
  test('keeps in and out apart, parallels 10 px, and bends only where it turns', () => {
    for (const [note, ports] of portsOf(routes, links))
      for (const out of ports.out)
        for (const into of ports.in) expect(distance(out, into), note).toBeGreaterThanOrEqual(9.99)
    expect(crowded(routes)).toEqual([])
    for (const [id, route] of routes) expect(kinks(route), id).toEqual([])
  })
  test('writes the words of a way out of a fork within 24 px of it', () => {
    for (const { id, from, text } of links) {
      if (!text || links.filter(link => link.from === from).length < 2) continue
      const { label, points } = routes.get(id) ?? { label: { x: 0, y: 0 }, points: [] }
      const room = { x: label.x - text.length * 3.75, y: label.y - 14, w: text.length * 7.5, h: 28 }
      const [port = { x: 0, y: 0 }] = points
      const away = Math.hypot(
        Math.max(room.x - port.x, 0, port.x - room.x - room.w),
        Math.max(room.y - port.y, 0, port.y - room.y - room.h),
      )
      expect(away, id).toBeLessThanOrEqual(24)
    }
  })
  test('is drawn', () => {
    const folder = join(import.meta.dirname, '../../../.output/routes')
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, `${name.replaceAll(' ', '-')}.svg`), drawn({ boxes, links }, routes))
  })
})

/** A picture of a layout, to be looked at. */
function drawn({ boxes, links }: Layout, routes: ReadonlyMap<string, Route>): string {
  const lines = [...routes.values()].flatMap(({ points }) => points.map(point => ({ ...point, w: 0, h: 0 })))
  const { x, y, w, h } = expand(around([...boxes.values(), ...lines]) ?? { x: 0, y: 0, w: 0, h: 0 }, 30)
  const notes = [...boxes].map(
    ([id, box]) =>
      `<rect x="${box.x}" y="${box.y}" width="${box.w}" height="${box.h}" fill="#ffe37a"/><text x="${centre(box).x}" y="${centre(box).y}">${id}</text>`,
  )
  const ways = links.flatMap(({ id, text }) => {
    const route = routes.get(id)
    if (!route) return []
    const head = arrowhead(route.points).map(at => `${at.x} ${at.y}`)
    return `<path d="${svgPath(roundedPath(route.points))}" fill="none" stroke="#432"/><path d="M${head.join('L')}Z"/><text x="${route.label.x}" y="${route.label.y + 5}">${text}</text>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${w} ${h}" font-family="sans-serif" text-anchor="middle">${[...notes, ...ways].join('')}</svg>`
}

/** Random walls: notes on a grid, a little off it, and links between them with sides chosen or not. */
const side = fc.constantFrom<SideChoice>('auto', 'auto', 'auto', 'top', 'right', 'bottom', 'left')
const walls = fc
  .record({
    cells: fc.uniqueArray(fc.integer({ min: 0, max: 35 }), { minLength: 2, maxLength: 18 }),
    off: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 36, maxLength: 36 }),
    gap: fc.constantFrom(20, 60, 120),
    ends: fc.array(fc.tuple(fc.nat(17), fc.nat(17), side, side), { minLength: 1, maxLength: 12 }),
  })
  .map(({ cells, off, gap, ends }): Layout => {
    const boxes = new Map(
      cells.map((cell, at) => [
        `n${at}`,
        {
          x: (cell % 6) * (160 + gap) + (off[cell] ?? 0) * 5,
          y: Math.floor(cell / 6) * (120 + gap) + (off[35 - cell] ?? 0) * 5,
          w: 160,
          h: 120,
        },
      ]),
    )
    const links = new Map<string, Led>()
    for (const [a, b, leaves, enters] of ends) {
      const [from, to] = [`n${a % cells.length}`, `n${b % cells.length}`]
      if (from !== to) links.set(`${from}-${to}`, { id: `${from}-${to}`, from, to, text: '', sides: [leaves, enters] })
    }
    return { boxes, links: [...links.values()] }
  })
const runs = { seed: 14, numRuns: 250 }

test('a link leaves and enters by the sides that were chosen, whatever lies around', () => {
  fc.assert(
    fc.property(walls, ({ boxes, links }) => {
      const routes = routesOf(boxes, links)
      for (const { id, from, to, sides } of links) {
        const [a, b, route] = [boxes.get(from), boxes.get(to), routes.get(id)]
        const [start, end] = [route?.points[0], route?.points.at(-1)]
        if (!a || !b || !start || !end) throw new Error(`no route for ${id}`)
        for (const [box, at, chosen] of [
          [a, start, sides[0]],
          [b, end, sides[1]],
        ] as const) {
          expect(sideOf(box, at)).not.toBeNull()
          if (chosen !== 'auto') expect(sideOf(box, at)).toBe(chosen)
        }
      }
    }),
    runs,
  )
})

test('what comes in and what goes out of a note share no port', () => {
  fc.assert(
    fc.property(walls, ({ boxes, links }) => {
      for (const ports of portsOf(routesOf(boxes, links), links).values())
        for (const out of ports.out)
          for (const into of ports.in) expect(distance(out, into)).toBeGreaterThanOrEqual(9.99)
    }),
    runs,
  )
})

test('the same wall has the same routes, in whatever order its notes and links came', () => {
  fc.assert(
    fc.property(walls, fc.infiniteStream(fc.nat()), ({ boxes, links }, turns) => {
      const inOtherOrder = <T>(all: Iterable<T>): T[] =>
        [...all]
          .map(one => ({ one, turn: turns.next().value ?? 0 }))
          .sort((a, b) => a.turn - b.turn)
          .map(({ one }) => one)
      const again = routesOf(new Map(inOtherOrder(boxes)), inOtherOrder(links))
      for (const [id, route] of routesOf(boxes, links)) expect(again.get(id)).toEqual(route)
    }),
    runs,
  )
})

test('a wall that hangs elsewhere as a whole has the same routes there', () => {
  fc.assert(
    fc.property(walls, ({ boxes, links }) => {
      const [dx, dy] = [640, -280]
      const moved = new Map([...boxes].map(([id, box]) => [id, { ...box, x: box.x + dx, y: box.y + dy }]))
      const there = routesOf(moved, links)
      for (const [id, { points }] of routesOf(boxes, links))
        expect(there.get(id)?.points).toEqual(points.map(({ x, y }) => ({ x: x + dx, y: y + dy })))
    }),
    runs,
  )
})

test('no link runs over a note where there is a way around', () => {
  fc.assert(
    fc.property(walls, ({ boxes, links }) => {
      const routes = routesOf(boxes, links)
      for (const { id, from, to, sides } of links) {
        const [a, b, route] = [boxes.get(from), boxes.get(to), routes.get(id)]
        const others = [...boxes.values()].filter(box => box !== a && box !== b)
        if (!a || !b || !route || intersects(a, b)) continue
        if (runsBehind(route.points, others)) expect(hasWay(a, b, sides, others), id).toBe(false)
      }
    }),
    runs,
  )
})
