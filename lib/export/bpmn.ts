import { BpmnWriter } from './bpmn-writer.ts'
import type { ExportFormat } from './format.ts'

/** BPMN 2.0 XML with diagram interchange (OMG formal/2013-12-09), written by bpmn-moddle. */
export const bpmnExport: ExportFormat = {
  id: 'bpmn',
  label: 'BPMN 2.0',
  describes: 'The wall in one version, for a modelling tool; without parking lot, outcome, views, votes and answers.',
  extension: 'bpmn',
  mime: 'application/xml',
  write: (board, about) => new BpmnWriter(board, about.title, about.picture?.view ?? 'as-is').write(),
}
