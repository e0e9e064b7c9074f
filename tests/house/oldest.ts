/**
 * Whether the built pages name anything that the oldest supported browsers (package.json's browserslist) do not know:
 * scripts and styles, ours and those of libraries. Receivers cannot be told from a name alone; what iterators and
 * other built-in objects lack is found by the types instead (tests/tsconfig.browsers.json).
 */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { features, oldestOf } from './oldest-browsers.ts'
import { lackingInScript, lackingInStyles } from './what-browsers-get.ts'

/** What is named all the same, and why nobody is worse off for it. */
const fine: Record<string, string> = {
  // Asked for before it is used, or passed over where it is missing.
  'Window.requestIdleCallback': 'components/board/state/idle.ts and offline-shell.ts wait by a timer without it',
  'Window.cancelIdleCallback': 'the same',
  'Window.navigation': 'Next and React ask whether it is there',
  'Navigator.connection': 'React asks whether it is there',
  'Error.captureStackTrace': 'Next and zod ask whether it is there',
  'RegExp.escape': 'asked for by libraries that have a way of their own',
  '.startViewTransition': 'React asks whether it is there',
  '.captureStackTrace': 'the same',
  '.stackTraceLimit': 'set for longer traces',
  '.fetchPriority': 'a hint',
  '.touches': 'of touches, which no desktop Safari has',
  '.changedTouches': 'the same',
  '.movementX': 'React reads it for whoever asks; nobody does',
  '.movementY': 'the same',
  '.capture': 'of listeners',
  'field-sizing': 'components/ui/grow-fields.ts does it',
  '-webkit-tap-highlight-color': 'for those that highlight',
  '-webkit-touch-callout': 'for those that call out',
  resize: 'for a mouse',
  'scrollbar-color': 'the system’s own scrollbars',
  'forced-color-adjust': 'for systems with forced colours',
  orphans: 'paper is broken a line earlier or later',
  widows: 'the same',
  '@page': 'Safari asks for the paper when it prints',
  ':selection': 'the system’s own colour',
  ':-webkit-inner-spin-button': 'for those that show one',
  ':-webkit-search-cancel-button': 'the same',
  // Words of our own and of libraries.
  '.watch': 'ours',
  '.displayName': 'of React’s components',
  '.use': 'of React',
  '.try': 'of zod’s checks',
  '.seek': 'of our replays',
  '.take': 'of our dots',
  '.toArray': 'of Yjs’ lists',
  '.chunks': 'of Next’s manifests',
  '.command': 'ours',
  '.bytes': 'ours',
  '.opened': 'ours',
  '.isValid': 'of saxen',
  '.locale': 'of Next’s addresses',
}

const root = join(import.meta.dirname, '../..')
const { browserslist } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { browserslist: string[] }
const oldest = oldestOf(browserslist)
const known = features()
const named = new Map<string, string>()
const files = globSync('.next/static/**/*.{js,css}', { cwd: root })
for (const file of files) {
  const lacking = file.endsWith('.js') ? lackingInScript : lackingInStyles
  for (const [name, missing] of lacking(readFileSync(join(root, file), 'utf8'), known, oldest))
    named.set(name, `${name}, which ${missing.map(({ browser }) => browser).join(', ')} lack, is named in ${file}.`)
}
const faults = [
  ...(files.length > 0 ? [] : ['There is nothing in .next/static: build first.']),
  ...[...named].flatMap(([name, sentence]) => (name in fine ? [] : [sentence])),
  ...Object.keys(fine).flatMap(name => (named.has(name) ? [] : [`${name} is not named any more.`])),
]
for (const fault of faults) console.error(fault)
if (faults.length === 0) console.log(`Everything in the pages is known to ${browserslist.join(', ')}, or not missed.`)
process.exit(faults.length === 0 ? 0 : 1)
