/**
 * The folders in which every change of the code must be noticed by a test, each with the tests that are quick enough to
 * be run for thousands of changes. Long random tests stay out: what only they notice wants a test of its own.
 */
export const folders: Readonly<Record<string, readonly string[]>> = {
  'lib/access': ['tests/unit/lib/access/**/*.test.ts'],
  'lib/gate': ['tests/unit/lib/gate/**/*.test.ts', '!tests/unit/lib/gate/honest.test.ts'],
  'lib/facilitation': ['tests/unit/lib/facilitation/**/*.test.ts'],
  'lib/method': ['tests/unit/lib/method/**/*.test.ts', '!tests/unit/lib/method/properties.test.ts'],
}
