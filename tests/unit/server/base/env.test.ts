import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { EnvError, readEnv } from '#server/base/env.ts'

const dir = mkdtempSync(join(tmpdir(), 'brownpaper-env-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))
const read = (settings: Record<string, string>) => readEnv({ DATA_DIR: dir, ...settings })

const databaseUrl = 'an address like postgres://user:password@host:5432/database; leave it out for the embedded store'

test.each([
  ['PORT', 'three', 'a whole number from 0 to 65535'],
  ['PORT', '70000', 'a whole number from 0 to 65535'],
  ['DATABASE_URL', 'mysql://me:secret@db/boards', databaseUrl],
  ['DATABASE_URL', 'the database', databaseUrl],
  ['AUTH_SECRET', 'short', 'at least 32 characters; leave it out and one is made and kept in DATA_DIR'],
  ['PUBLIC_URL', 'boards.example.org', 'an address like https://boards.example.org, with no path after it'],
  ['PUBLIC_URL', 'ftp://boards.example.org', 'an address like https://boards.example.org, with no path after it'],
  ['PUBLIC_URL', 'https://example.org/boards', 'an address like https://boards.example.org, with no path after it'],
  ['PUBLIC_URL', 'https://me:secret@example.org', 'an address like https://boards.example.org, with no path after it'],
  ['TRUSTED_PROXIES', '-1', 'a whole number from 0 to 10'],
  ['SIGN_IN_DAYS', '0', 'a whole number of days from 1 to 400'],
  ['SIGN_IN_IDLE_DAYS', '1000', 'a whole number of days from 1 to 400'],
  ['OIDC_ISSUER', 'the office', 'the https address of the provider'],
  ['SIGN_UP', 'maybe', 'open, invited or closed'],
  ['OIDC_ROLE', 'owner', 'facilitator, manager or none'],
  ['SMTP_URL', 'mail.example.org', 'an address like smtp://user:password@mail.example.org:587, or smtps://'],
  ['MAIL_FROM', 'nobody', 'an address like Brownpaper <boards@example.org>'],
  ['METRICS_TOKEN', 'guess me', 'at least 16 characters'],
  ['RECORD_ADDRESSES', 'perhaps', 'yes or no'],
  ['LOG_LEVEL', 'loud', 'one of trace, debug, info, warn, error, silent'],
])('%s=%s is refused with what it should be', (name, value, wanted) => {
  expect(() => read({ [name]: value })).toThrow(new EnvError(`${name} is not usable: it should be ${wanted}.`))
})

test('the public address is kept as an origin', () => {
  expect(read({ PUBLIC_URL: 'HTTPS://Boards.Example.org:443/' }).publicUrl).toBe('https://boards.example.org')
  expect(read({ PORT: '4000' }).publicUrl).toBe('http://localhost:4000')
})

test('half a provider is refused', () => {
  expect(() => read({ OIDC_ROLE_CLAIM: 'roles' })).toThrow(/set that too/)
  expect(() => read({ OIDC_ISSUER: 'https://id.example.org' })).toThrow(/belong together/)
})

test('mail needs a server and a sender', () => {
  expect(() => read({ SMTP_URL: 'smtp://mail.example.org' })).toThrow(/belong together/)
})

test('an empty value counts as none', () => {
  expect(read({ PORT: '', METRICS_TOKEN: '', DATABASE_URL: '' })).toMatchObject({
    port: 3000,
    metricsToken: null,
    databaseUrl: null,
  })
})

test('the secret is made once, for its owner’s eyes only', () => {
  const { authSecret } = read({})
  expect(authSecret.length).toBeGreaterThanOrEqual(32)
  expect(read({}).authSecret).toBe(authSecret)
  const file = join(dir, 'auth-secret')
  expect(readFileSync(file, 'utf8')).toBe(authSecret)
  expect(statSync(file).mode & 0o777).toBe(0o600)
})
