/** What a column of a table can be, for the person who chooses; `many`: several columns may be it. */
export const tableFields = [
  { id: 'text', label: 'Text of the note', many: true },
  { id: 'lane', label: 'Lane' },
  { id: 'kind', label: 'Kind of note' },
  { id: 'id', label: 'Number or id' },
  { id: 'follows', label: 'Follows (what comes before)' },
  { id: 'next', label: 'Leads to (what comes after)' },
  { id: 'group', label: 'Named group' },
  { id: 'tags', label: 'Tags', many: true },
  { id: 'comment', label: 'Comment on the note', many: true },
  { id: 'owner', label: 'Owner' },
  { id: 'system', label: 'System' },
  { id: 'processing', label: 'Processing time' },
  { id: 'waiting', label: 'Waiting time' },
  { id: 'cost', label: 'Cost per case' },
  { id: 'volume', label: 'Cases per month' },
  { id: 'firstTimeRight', label: 'First time right' },
  { id: 'verdict', label: 'Verdict' },
  { id: 'reason', label: 'Reason of the verdict' },
  { id: 'due', label: 'Due' },
  { id: 'mark', label: 'Point of failure' },
  { id: 'version', label: 'As it is or will be' },
  { id: 'colour', label: 'Colour' },
  { id: 'x', label: 'Place from the left' },
  { id: 'y', label: 'Place from the top' },
] as const satisfies readonly { id: string; label: string; many?: true }[]

export type FieldId = (typeof tableFields)[number]['id']

export const fieldLabel = (id: FieldId): string => tableFields.find(field => field.id === id)?.label ?? id
export const mayRepeat = (id: FieldId): boolean =>
  tableFields.some(field => field.id === id && 'many' in field && field.many)

/** Encodings that spreadsheets and older programs write texts in (names of the WHATWG Encoding Standard). */
export const encodings = [
  { id: 'utf-8', label: 'Unicode (UTF-8)' },
  { id: 'windows-1252', label: 'Western European (Windows-1252)' },
  { id: 'windows-1250', label: 'Central European (Windows-1250)' },
  { id: 'windows-1251', label: 'Cyrillic (Windows-1251)' },
  { id: 'koi8-u', label: 'Cyrillic (KOI8)' },
  { id: 'windows-1253', label: 'Greek (Windows-1253)' },
  { id: 'windows-1254', label: 'Turkish (Windows-1254)' },
  { id: 'windows-1255', label: 'Hebrew (Windows-1255)' },
  { id: 'windows-1256', label: 'Arabic (Windows-1256)' },
  { id: 'windows-1257', label: 'Baltic (Windows-1257)' },
  { id: 'windows-874', label: 'Thai (Windows-874)' },
  { id: 'iso-8859-2', label: 'Central European (ISO-8859-2)' },
  { id: 'iso-8859-15', label: 'Western European (ISO-8859-15)' },
  { id: 'macintosh', label: 'Western European (Mac)' },
  { id: 'shift_jis', label: 'Japanese (Shift JIS)' },
  { id: 'gb18030', label: 'Chinese, simplified (GB 18030)' },
  { id: 'big5', label: 'Chinese, traditional (Big5)' },
  { id: 'euc-kr', label: 'Korean (EUC-KR)' },
  { id: 'utf-16le', label: 'Unicode (UTF-16)' },
  { id: 'utf-16be', label: 'Unicode (UTF-16, big-endian)' },
] as const
export type EncodingId = (typeof encodings)[number]['id']

/** What stands between the cells of a row; `none`: every line is one cell. */
export const separators = {
  comma: { mark: ',', label: 'Comma' },
  semicolon: { mark: ';', label: 'Semicolon' },
  tab: { mark: '\t', label: 'Tab' },
  bar: { mark: '|', label: 'Bar |' },
  none: { mark: null, label: 'Nothing: one column' },
} as const
export type SeparatorId = keyof typeof separators
