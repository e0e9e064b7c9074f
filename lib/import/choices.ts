// What can be imported, for the person who chooses a file. Apart from the readers; held to them by a test.

/** Onto a board that is open: an archive is a board of its own. */
export const ontoLabels = 'Brownpaper JSON, BPMN 2.0, Excalidraw, Miro items, JSON Canvas, CSV, Excel'
export const importLabels = `Brownpaper archive, ${ontoLabels}`
export const importAccepts = '.zip,.json,.bpmn,.xml,.excalidraw,.excalidrawlib,.canvas,.csv,.tsv,.txt,.xlsx'
