import { isZip } from './archive.ts'
import { bpmn } from './bpmn.ts'
import { importLabels } from './choices.ts'
import { csv } from './csv.ts'
import { decodeText } from './decode.ts'
import { excalidraw } from './excalidraw.ts'
import { ImportError, type Imported, type ImportFormat, importLimit } from './format.ts'
import { json } from './json.ts'
import { jsonCanvas } from './json-canvas.ts'
import { miro } from './miro.ts'
import { isWorkbook, readWorkbook } from './xlsx.ts'

/** The ordered list: the first that recognises a file reads it. */
export const importFormats: readonly ImportFormat[] = [json, bpmn, excalidraw, miro, jsonCanvas, csv]

/** A workbook is no text: it is told by its bytes. */
const workbook = { id: 'xlsx', label: 'Excel', extensions: ['xlsx'] }

/** Reads a file of any known format; throws ImportError with the reason in words. */
export async function readFile(
  name: string,
  bytes: Uint8Array,
): Promise<Imported & { format: Pick<ImportFormat, 'id' | 'label'> }> {
  if (bytes.length > importLimit)
    throw new ImportError(
      `This file has ${Math.ceil(bytes.length / 1024 / 1024)} MB; up to ${importLimit / 1024 / 1024} MB can be imported.`,
    )
  if (isZip(bytes) && isWorkbook(bytes)) return { ...(await readWorkbook(bytes)), format: workbook }
  const text = decodeText(bytes)
  const extension = name.toLowerCase().split('.').at(-1) ?? ''
  const format =
    importFormats.find(one => one.recognises(text)) ?? importFormats.find(one => one.extensions.includes(extension))
  if (!format) throw new ImportError(`“${name.slice(0, 80)}” is of no kind that can be imported (${importLabels}).`)
  return { ...(await format.read(text)), format }
}
