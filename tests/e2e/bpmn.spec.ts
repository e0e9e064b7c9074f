import { createRequire } from 'node:module'
import { expect, test } from '@playwright/test'
import { bpmnExport } from '#lib/export/bpmn.ts'
import { project } from '#lib/method/projection.ts'
import { about, everyBoard } from '#tests/drivers/exported.ts'

const viewer = createRequire(import.meta.url).resolve('bpmn-js/dist/bpmn-viewer.production.min.js')

interface Shown {
  id: string
  type: string
  name: string
  pool: string | null
  box: { x: number; y: number; w: number; h: number } | null
}
interface BpmnViewer {
  importXML(xml: string): Promise<{ warnings: { message: string }[] }>
  get(name: 'elementRegistry'): { getAll(): BpmnShape[] }
  destroy(): void
}
interface BpmnShape {
  id: string
  type: string
  businessObject: { name?: string }
  parent?: BpmnShape
  labelTarget?: BpmnShape
  waypoints?: unknown[]
  x: number
  y: number
  width: number
  height: number
}

test('bpmn-js draws every board that we export: each note, lane and link, in its pool, without a warning', async ({
  page,
}) => {
  await page.setContent('<div id="canvas" style="height: 600px"></div>')
  await page.addScriptTag({ path: viewer })
  const draw = (text: string) =>
    page.evaluate(async xml => {
      const { BpmnJS } = window as unknown as { BpmnJS: new (options: object) => BpmnViewer }
      const bpmnViewer = new BpmnJS({ container: '#canvas' })
      const { warnings } = await bpmnViewer.importXML(xml)
      const poolOf = (shape: BpmnShape): string | null =>
        !shape.parent ? null : shape.parent.type === 'bpmn:Participant' ? shape.parent.id : poolOf(shape.parent)
      const shown = bpmnViewer
        .get('elementRegistry')
        .getAll()
        .filter(shape => !shape.labelTarget)
        .map((shape): Shown => {
          const { x, y, width: w, height: h } = shape
          const name = shape.businessObject.name ?? ''
          return {
            ...{ id: shape.id, type: shape.type, name, pool: poolOf(shape) },
            box: shape.waypoints ? null : { x, y, w, h },
          }
        })
      bpmnViewer.destroy()
      return { warnings: warnings.map(warning => warning.message), shown }
    }, text)
  for (const { name, board } of await everyBoard()) {
    const { warnings, shown } = await draw(String(await bpmnExport.write(board, about)))
    expect(warnings, name).toEqual([])
    const { notes, links } = project(board, 'as-is')
    const ids = new Set(shown.map(one => one.id))
    const isDrawn = (id: string) => ids.has(id) || ids.has(`_${id}`)
    const wall = [...notes.values()].filter(note => note.place === 'wall' && !note.source?.includes('Participant'))
    expect(
      [...wall, ...links.values()].filter(one => !isDrawn(one.id)).map(one => one.text),
      `${name}: not drawn`,
    ).toEqual([])
    const bands = shown.filter(one => /Lane|Participant/.test(one.type)).map(one => one.name)
    for (const lane of board.lanes) if (lane.name) expect(bands, name).toContain(lane.name)
    // A shape outside its pool is drawn, and belongs to nobody.
    const boxes = new Map(shown.map(one => [one.id, one.box]))
    const outside = shown.filter(({ box, pool, type }) => {
      const around = boxes.get(pool ?? '')
      if (!box || !around || type === 'bpmn:TextAnnotation') return false
      const [right, bottom] = [around.x + around.w, around.y + around.h]
      return box.x < around.x || box.y < around.y - 1 || box.x + box.w > right || box.y + box.h > bottom + 10
    })
    expect(
      outside.map(one => one.name),
      `${name}: outside its pool`,
    ).toEqual([])
  }
})
