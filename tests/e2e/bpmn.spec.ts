import { createRequire } from 'node:module'
import { expect, test } from '@playwright/test'
import { boardPlan } from '#lib/board/plan.ts'
import { bpmn } from '#lib/export/bpmn.ts'
import { readFile } from '#lib/import/index.ts'
import { templates } from '#lib/templates/index.ts'
import { writeTemplate } from '#lib/templates/write.ts'
import { emptyWall, wallOf } from '#tests/drivers/boards.ts'
import { fixture, fixtures } from '#tests/drivers/shared.ts'

const about = { title: 'Drawn', customer: '', process: '', tags: [], at: 0, authorName: () => null }
const viewer = createRequire(import.meta.url).resolve('bpmn-js/dist/bpmn-viewer.production.min.js')
const references = ['A.1.0', 'A.2.0', 'A.3.0', 'A.4.0', 'A.4.1', 'B.1.0', 'C.1.0', 'C.2.0']

/** Every board that we have, as the BPMN that we write, with how many notes it shows. */
async function written() {
  const walls = templates.map(template => {
    const wall = emptyWall()
    writeTemplate(wall.writer, template)
    return { name: template.id, board: wall.board }
  })
  if (fixtures)
    for (const name of references) {
      const { plan } = await readFile(name, fixture(`bpmn-miwg/${name}.bpmn`))
      walls.push({ name, board: wallOf(boardPlan.parse(plan)).board })
    }
  return Promise.all(
    walls.map(async ({ name, board }) => ({
      name,
      xml: String(await bpmn.write(board, about)),
      notes: [...board.notes.values()].filter(note => note.place === 'wall' && note.version !== 'to-be').length,
    })),
  )
}

test('bpmn-js draws every board that we export, without a warning', async ({ page }) => {
  await page.setContent('<div id="canvas" style="height: 600px"></div>')
  await page.addScriptTag({ path: viewer })
  for (const { name, xml, notes } of await written()) {
    const drawn = await page.evaluate(async text => {
      const { BpmnJS } = window as unknown as {
        BpmnJS: new (
          options: object,
        ) => {
          importXML(xml: string): Promise<{ warnings: { message: string }[] }>
          get(name: 'elementRegistry'): { getAll(): { type: string }[] }
          destroy(): void
        }
      }
      const bpmnViewer = new BpmnJS({ container: '#canvas' })
      const { warnings } = await bpmnViewer.importXML(text)
      const types = bpmnViewer
        .get('elementRegistry')
        .getAll()
        .map(element => element.type)
      bpmnViewer.destroy()
      return { warnings: warnings.map(warning => warning.message), types }
    }, xml)
    expect(drawn.warnings, name).toEqual([])
    const nodes = drawn.types.filter(type =>
      /Task|Gateway|Event|SubProcess|CallActivity|Transaction|Annotation/.test(type),
    )
    expect(nodes.length, name).toBeGreaterThanOrEqual(
      notes - drawn.types.filter(type => /Participant/.test(type)).length,
    )
  }
})
