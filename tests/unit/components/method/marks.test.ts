import { expect, test } from 'vitest'
import { marksOf } from '#components/method/marks.ts'
import { addLink } from '#lib/board/commands/links.ts'
import { analysisOf } from '#lib/method/analysis.ts'
import { confirmPoint } from '#lib/method/commands/method.ts'
import { once } from '#lib/method/parts.ts'
import { buildWall, coffeePlan } from '#tests/drivers/wall.ts'

test('stamps show what people confirmed; what is only proposed is hollow, and silent until somebody looks for it', () => {
  const { writer, board } = buildWall(coffeePlan)
  confirmPoint(writer, { root: 'links', id: 'orders>takes' }, 'mot')
  addLink(writer, board, 'serves', 'orders')
  const marks = (silent: boolean) =>
    [...once(() => marksOf(analysisOf(board, 'as-is'), silent))().values()].flat().map(({ label, proposed }) => ({
      label,
      proposed: proposed ?? false,
    }))
  expect(marks(false)).toContainEqual({ label: 'M1', proposed: false })
  expect(marks(false).filter(({ proposed }) => proposed).length).toBeGreaterThan(2)
  expect(marks(true).filter(({ proposed }) => proposed)).toEqual([])
  expect(marks(true)).toContainEqual({ label: 'M1', proposed: false })
})
