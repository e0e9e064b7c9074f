/** What can be imported, for the person who chooses a file. Apart from the readers; held to them by a test. */
export const importLabels =
  'Brownpaper archive, Brownpaper JSON, BPMN 2.0, Excalidraw, Miro items, JSON Canvas, CSV, Excel'
export const importAccepts = '.zip,.json,.bpmn,.xml,.excalidraw,.excalidrawlib,.canvas,.csv,.tsv,.txt,.xlsx'
