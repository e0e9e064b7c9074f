import { expect, test } from 'vitest'
import { noteKind } from '#lib/notes/kinds/index.ts'
import { RowCursor } from '#lib/replay/cursor.ts'
import { BoardPlayer } from '#lib/replay/player.ts'
import { RowRecorder } from '#lib/replay/recorder.ts'
import { readRows } from '#lib/replay/row-reader.ts'
import { RowWriter } from '#lib/replay/row-writer.ts'
import { Sketcher } from '#lib/replay/sketch.ts'
import { session } from '#tests/drivers/history.ts'
import { random } from '#tests/drivers/random.ts'

test.each([Number(process.env.SEED ?? 20261125), 8, 77])(
  'a picture of any moment has the notes, links and lanes of the board (seed %i)',
  seed => {
    const { log } = session(seed, 400)
    const [recorder, writer] = [new RowRecorder(), new RowWriter()]
    for (const entry of log) for (const row of recorder.apply(entry)) writer.write(row)
    const rows = readRows(writer.bytes())
    const player = new BoardPlayer(rows)
    const cursor = new RowCursor(rows, player.cursor)
    const sketcher = new Sketcher(rows)
    const chance = random(seed)
    for (let look = 0; look < 120; look += 1) {
      const row = chance.below(rows.count + 1) - 1
      player.seek(row)
      cursor.seek(row)
      const sketch = sketcher.at(cursor)
      const onWall = [...player.notes.values()].filter(({ place, version }) => place === 'wall' && version !== 'to-be')
      const byId = <T extends { id: string }>(list: readonly T[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1))
      expect(byId(sketch.sheets), `at row ${row}`).toEqual(
        byId(
          onWall.map(({ id, x, y, w, h, kind, colour, text, z }) => ({
            ...{ id, x, y, w, h, kind, text, z },
            paper: colour ?? noteKind(kind).paper,
          })),
        ),
      )
      expect(player.lanes).toMatchObject(sketch.lanes)
      const ids = new Set(onWall.map(note => note.id))
      const between = [...player.links.values()].filter(link => ids.has(link.from) && ids.has(link.to))
      expect(sketch.links.map(([from, to]) => `${from.id} ${to.id}`).sort()).toEqual(
        between.map(({ from, to }) => `${from} ${to}`).sort(),
      )
    }
  },
)
