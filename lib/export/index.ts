import { bpmnExport } from './bpmn.ts'
import { csv } from './csv.ts'
import { excalidrawExport } from './excalidraw.ts'
import type { ExportFormat } from './format.ts'
import { jsonExport } from './json.ts'
import { jsonCanvasExport } from './json-canvas.ts'
import { markdown } from './markdown.ts'
import { svg } from './svg.ts'
import { xlsx } from './xlsx.ts'

/** The ordered list of formats; the menu, the routes and the tests read it. */
export const exportFormats: readonly ExportFormat[] = [
  svg,
  xlsx,
  csv,
  markdown,
  bpmnExport,
  jsonCanvasExport,
  excalidrawExport,
  jsonExport,
]

export const exportFormat = (id: string): ExportFormat | undefined => exportFormats.find(format => format.id === id)
