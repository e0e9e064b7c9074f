import { expect, test } from 'vitest'
import { features, oldestOf } from '#tests/house/oldest-browsers.ts'
import { lackingInScript, lackingInStyles } from '#tests/house/what-browsers-get.ts'

const known = features()
const oldest = oldestOf(['chrome 128', 'firefox 128', 'safari 17.6'])
const inScript = (source: string, browsers = oldest) => [...lackingInScript(source, known, browsers).keys()]
const inStyles = (source: string) => [...lackingInStyles(source, known, oldest).keys()]

test('a script that names what an oldest browser does not know is found out', () => {
  expect(inScript('requestIdleCallback(f)')).toEqual(['Window.requestIdleCallback'])
  expect(inScript('iterator.take(3)')).toEqual(['.take'])
  expect(inScript('new CloseWatcher()')).toEqual(['CloseWatcher'])
  expect(inScript('navigator.connection')).toEqual(['Navigator.connection'])
  expect(inScript('Map.groupBy(all, f); part.checkVisibility(); list.map(f).take')).toEqual(['.take'])
})

test('one step further back more is missing', () => {
  const older = oldestOf(['safari 17.3'])
  expect(inScript('Map.groupBy(all, f); part.checkVisibility()', older)).toEqual(['Map.groupBy', '.checkVisibility'])
  expect(inScript('Map.groupBy(all, f); part.checkVisibility()', oldestOf(['safari 17.4']))).toEqual([])
})

test('styles are read as they are: properties, selectors, rules and functions, not words in them', () => {
  expect(inStyles('a{color:red}textarea{field-sizing:content}')).toEqual(['field-sizing'])
  expect(inStyles('a{width:calc-size(auto,size);flex-direction:column}')).toEqual(['calc-size()'])
  expect(inStyles('p::target-text{color:red}')).toEqual([':target-text'])
  expect(inStyles('@position-try --a{top:0}')).toEqual(['@position-try'])
  expect(inStyles('a{content:"field-sizing:content";-webkit-user-select:none;user-select:none}')).toEqual([])
})

test('a browserslist that cannot be asked about is no browserslist', () => {
  expect(() => oldestOf(['last 2 versions'])).toThrow('“last 2 versions” is not understood')
})
