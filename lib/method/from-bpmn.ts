import type { Note } from '../board/snapshot.ts'

const flowElement = /"type":"bpmn:(?:[A-Za-z]*(?:Event|Gateway)|Participant|Lane)"/

/**
 * Whether a note came from an event, a gateway or a pool of a BPMN file (its stored source says so): a part of the flow
 * wherever it is linked, even where a path begins or ends at it, while a plain note of people's own there may be a remark.
 */
export const isFlowElement = ({ source }: Pick<Note, 'source'>): boolean => source !== null && flowElement.test(source)
