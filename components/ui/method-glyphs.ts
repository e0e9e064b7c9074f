/** The method's own glyphs, as paths on a 24 px grid with a 2 px round stroke, beside Lucide's. */
export const methodGlyphs: Record<string, string> = {
  /** A sentence between hands that hold it up. */
  promise: 'M4 13v4a4 4 0 0 0 4 4h8a4 4 0 0 0 4-4v-4 M8 9h8 M8 5h8 M8 13h5',
  /** From the customer's side inwards. */
  'outside-in': 'M12 3v9 M8.5 8.5 12 12l3.5-3.5 M4 17h16 M7 21h10',
  /** From the company's side outwards. */
  'inside-out': 'M12 21v-9 M8.5 15.5 12 12l3.5 3.5 M4 7h16 M7 3h10',
  /** Back to an earlier step. */
  rework: 'M5 15h10a4 4 0 0 0 0-8H8 M11 3.5 7.5 7 11 10.5 M5 19h14',
  /** A step that no line leaves. */
  orphan: 'M5 4h14v9H5z M12 16.5v1 M12 21v.5',
  /** Cost, experience, revenue. */
  'triple-crown': 'M4 18h16 M4 18 3 7l5 4 4-7 4 7 5-4-1 11',
  eliminate: 'M4 5h16v14H4z M8 9l8 6 M16 9l-8 6',
  improve: 'M4 5h16v14H4z M12 16V9 M9 12l3-3 3 3',
  keep: 'M4 5h16v14H4z M8.5 12l2.5 2.5 4.5-5',
  /** The band between customer and company. */
  interaction: 'M3 12h18 M7 5v3 M7 16v3 M17 5v3 M17 16v3',
  /** What the customer no longer sees. */
  visibility: 'M3 12h3 M10 12h4 M18 12h3 M5 6c4-3 10-3 14 0 M12 6.5v.5',
  /** A path that narrows. */
  yield: 'M3 5c7 0 9 4.5 18 4.5v5C12 14.5 10 19 3 19z',
}
