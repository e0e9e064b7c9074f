import { afterEach, expect, test } from 'vitest'
import { keyChoices, keysOf, namesOf, pressed } from '#components/workspace/keymap.ts'

const press = (key: string, code = '', mods: Partial<Parameters<typeof pressed>[0]> = {}) => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...mods,
})

afterEach(() => keyChoices.set({ custom: {}, letters: true }))

test('Mod is Ctrl on one machine and Cmd on another', () => {
  expect(pressed(press('z', 'KeyZ', { ctrlKey: true, shiftKey: true }), ['Mod+Shift+Z'])).toBe(true)
  expect(pressed(press('z', 'KeyZ', { metaKey: true }), ['Mod+Z'])).toBe(true)
  expect(pressed(press('z', 'KeyZ'), ['Mod+Z'])).toBe(false)
})

test('a key means the same on every keyboard', () => {
  expect(pressed(press('!', 'Digit1', { shiftKey: true }), ['Shift+1'])).toBe(true)
  expect(pressed(press('1', 'Digit1', { shiftKey: true }), ['Shift+1'])).toBe(true)
  expect(pressed(press('?', 'Slash', { shiftKey: true }), ['?'])).toBe(true)
  expect(pressed(press('с', 'KeyC', { ctrlKey: true }), ['Mod+C'])).toBe(true)
  // On a French keyboard Ctrl+A is the key where others have Q: what is written on the key counts.
  expect(pressed(press('a', 'KeyQ', { ctrlKey: true }), ['Mod+Q'])).toBe(false)
  expect(pressed(press(' ', 'Space'), ['Space'])).toBe(true)
  expect(namesOf(press('Control', 'ControlLeft', { ctrlKey: true }))).toEqual([])
})

test('keys can be changed and switched off, single letters all at once', () => {
  const note = { id: 'tool.note', shortcuts: ['N'] }
  const duplicate = { id: 'edit.duplicate', shortcuts: ['Mod+D'] }
  keyChoices.set({ custom: { 'tool.note': ['B'], 'edit.duplicate': [] }, letters: true })
  expect([keysOf(note), keysOf(duplicate)]).toEqual([['B'], []])
  keyChoices.set({ custom: {}, letters: false })
  expect([keysOf(note), keysOf(duplicate)]).toEqual([[], ['Mod+D']])
  expect(keysOf({ id: 'help', shortcuts: ['?', 'Shift+1', 'Enter'] })).toEqual(['Enter'])
})

test('a sign behind Option or AltGr is that sign, and none of the keys that it takes', () => {
  const altGraph = { getModifierState: (name: string) => name === 'AltGraph' }
  for (const event of [
    press('[', 'Digit5', { altKey: true }),
    press('[', 'Digit8', { altKey: true, ctrlKey: true }),
    press('[', 'Digit8', altGraph),
    press('[', 'BracketLeft'),
  ]) {
    expect(pressed(event, ['['])).toBe(true)
    expect(pressed(event, ['5', '8', 'Alt+5', 'Alt+[', 'Mod+[', 'Mod+Alt+8', 'Shift+8'])).toBe(false)
  }
  for (const [key, code] of [
    ['@', 'KeyQ'],
    ['€', 'KeyE'],
    ['ż', 'KeyZ'],
    ['µ', 'KeyM'],
  ] as const)
    for (const event of [
      press(key, code, altGraph),
      press(key, code, { ctrlKey: true, altKey: true }),
      press(key, code),
    ])
      expect(pressed(event, ['Q', 'E', 'Z', 'M', 'Mod+E', 'Mod+Z', 'Mod+Alt+E']), key).toBe(false)
  expect(pressed(press('с', 'KeyC'), ['C'])).toBe(true)
  expect(pressed(press('ArrowDown', 'ArrowDown', { altKey: true }), ['Alt+ArrowDown'])).toBe(true)
})
