const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** What XML 1.0 cannot contain: control characters, unpaired surrogates, two noncharacters. */
const unwritable =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Returns text that XML can hold, for writers that escape it themselves. */
export const writable = (text: string): string => text.replace(unwritable, '\ufffd')

/** Returns text escaped for XML text and attribute values. */
export const xmlText = (text: string): string =>
  writable(text).replace(/[&<>"']/g, character => entities[character] ?? '')
