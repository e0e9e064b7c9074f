import type { Box } from '#lib/geometry/box.ts'
import type { SideChoice } from '#lib/geometry/route.ts'
import type { Led } from '#lib/geometry/router.ts'

/** Notes and links as they hang on walls: what routes are looked at and measured on. */
export interface Layout {
  readonly boxes: ReadonlyMap<string, Box>
  readonly links: readonly Led[]
}

type Place = readonly [x: number, y: number, w?: number, h?: number]
type Line = readonly [from: string, to: string, text?: string, leaves?: SideChoice, enters?: SideChoice]

const layout = (places: Record<string, Place>, lines: readonly Line[]): Layout => ({
  boxes: new Map(Object.entries(places).map(([id, [x, y, w = 168, h = 112]]) => [id, { id, x, y, w, h }])),
  links: lines.map(([from, to, text = '', leaves = 'auto', enters = 'auto']) => ({
    id: `${from}-${to}`,
    from,
    to,
    text,
    sides: [leaves, enters],
  })),
})

const row = (names: string, y: number, x = 0, step = 224): Record<string, Place> =>
  Object.fromEntries(names.split('').map((name, at) => [name, [x + at * step, y] as const]))

export const layouts: Record<string, Layout> = {
  'a row': layout(row('abcde', 0), [
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'd'],
    ['d', 'e'],
  ]),
  'a decision and its ways': layout(
    { a: [0, 200], d: [224, 200], yes: [448, 60], no: [448, 340], later: [224, 480], end: [720, 200] },
    [
      ['a', 'd'],
      ['d', 'yes', 'yes'],
      ['d', 'no', 'no'],
      ['d', 'later', 'not yet'],
      ['yes', 'end'],
      ['no', 'end'],
    ],
  ),
  'a decision that goes back': layout({ ...row('abde', 0), f: [448, 240] }, [
    ['a', 'b'],
    ['b', 'd'],
    ['d', 'e', 'complete'],
    ['d', 'a', 'something is missing'],
    ['d', 'f', 'no'],
  ]),
  'lanes in stairs': layout({ a: [0, 40], b: [200, 280], c: [400, 520], d: [620, 280], e: [840, 40] }, [
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'd'],
    ['d', 'e'],
    ['b', 'd', 'urgent'],
  ]),
  'there and back': layout({ a: [0, 0], b: [320, 0], c: [0, 300], d: [320, 300] }, [
    ['a', 'b'],
    ['b', 'a', 'again'],
    ['a', 'c'],
    ['c', 'a', 'again'],
    ['c', 'd'],
    ['d', 'c'],
  ]),
  'nearly level': layout({ a: [0, 0], b: [300, 7], c: [600, -3], d: [895, 240], e: [600, 247, 168, 118] }, [
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'e'],
    ['d', 'e'],
  ]),
  'notes in the way': layout(
    { a: [0, 200], x: [240, 180], y: [240, 330], z: [470, 220], b: [720, 200], p: [0, 500], q: [720, 480] },
    [
      ['a', 'b'],
      ['p', 'b'],
      ['a', 'q'],
      ['p', 'q'],
    ],
  ),
  'from ports that were chosen': layout({ a: [0, 200], b: [360, 200], c: [720, 40], d: [720, 360] }, [
    ['a', 'b', '', 'top'],
    ['b', 'c', 'quick', 'top', 'left'],
    ['b', 'd', 'slow', 'bottom', 'left'],
    ['d', 'a', '', 'bottom', 'bottom'],
  ]),
  'many into one and out of it': layout(
    {
      ...Object.fromEntries([0, 1, 2, 3, 4].map(at => [`i${at}`, [0, at * 150] as const])),
      m: [420, 300],
      ...Object.fromEntries([0, 1, 2, 3, 4].map(at => [`o${at}`, [840, at * 150] as const])),
    },
    [0, 1, 2, 3, 4].flatMap((at): Line[] => [
      [`i${at}`, 'm'],
      ['m', `o${at}`],
    ]),
  ),
  'parallel ways across lanes': layout(
    { ...row('abcd', 0, 0, 260), ...row('ABCD', 360, 0, 260), x: [130, 190, 168, 100], y: [520, 190, 168, 100] },
    [
      ['a', 'C'],
      ['b', 'D'],
      ['A', 'c'],
      ['B', 'd'],
      ['a', 'D'],
    ],
  ),
  'close together': layout(
    Object.fromEntries(
      [0, 1, 2, 3, 4].flatMap(column =>
        [0, 1, 2, 3].map(line => [`${column}${line}`, [column * 180, line * 122] as const]),
      ),
    ),
    [
      ['00', '40'],
      ['01', '43'],
      ['22', '20'],
      ['33', '03'],
      ['10', '31'],
    ],
  ),
}
