import { randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { makeDataDir } from './owner-only.ts'

/** The only reader of process.env: parsed once at the start; a wrong value ends the start with a sentence. */
export interface Env {
  production: boolean
  port: number
  host: string
  /** Directory of the embedded store and of the secret, absolute. */
  dataDir: string
  /** The PostgreSQL database to use instead of the embedded store; null for none. The address may hold a password. */
  databaseUrl: string | null
  /** Signs the sign-in cookies; at least 32 characters. */
  authSecret: string
  /** Where people reach the server, without a slash at the end. */
  publicUrl: string
  /** Trusted proxies in front of us that set X-Forwarded-For; 0 for none. */
  trustedProxies: number
  /** Days after which a sign-in ends, and after which it ends when nobody used it. */
  signInDays: number
  signInIdleDays: number
  /**
   * Who may make an account by password: anybody, or whom an owner invites into a workspace; `closed` also gives nobody
   * a workspace of their own. The first account can always be made.
   */
  signUp: 'open' | 'invited' | 'closed'
  oidc: {
    issuer: string
    clientId: string
    clientSecret: string
    name: string
    /** Id or name of the workspace that everybody from there belongs to; null: each has one of their own. */
    workspace: string | null
    /** Their role in it, unless the claim says another; `none` keeps out whom the claim gives none. */
    role: 'facilitator' | 'manager' | 'none'
    /** The claim that holds `facilitator` or `manager`; null for none. */
    roleClaim: string | null
  } | null
  /** Where mail is handed in (the address may hold a password), and who it is from; null where none is set up. */
  mail: { url: string; from: string } | null
  /** Whether the record of a workspace also says from which address something was asked. */
  recordAddresses: boolean
  /** Bearer token of /metrics; null switches the page off. */
  metricsToken: string | null
  logLevel: string
}

/** A wrong setting, in words for the person who starts the server. */
export class EnvError extends Error {}

const port = z.coerce.number().int().min(0).max(65535)
const url = z.url({ protocol: /^https?$/ })
const smtp = z.url({ protocol: /^smtps?$/ })
/** Browsers keep no cookie for longer than 400 days. */
const days = z.coerce.number().int().min(1).max(400)
/** Pages, cookies and sockets stand at the root of a host. */
const isOrigin = (value: string): boolean => {
  const at = URL.parse(value)
  return at?.pathname === '/' && at.search + at.hash + at.username + at.password === ''
}
const database = z.url({ protocol: /^postgres(ql)?$/ })

const variables = z.object({
  NODE_ENV: z.string().optional(),
  PORT: port.default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATA_DIR: z.string().min(1).default('data'),
  DATABASE_URL: database.optional(),
  AUTH_SECRET: z.string().min(32).optional(),
  PUBLIC_URL: url.refine(isOrigin).optional(),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  SIGN_IN_DAYS: days.default(90),
  SIGN_IN_IDLE_DAYS: days.default(30),
  OIDC_ISSUER: url.optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).default('Single sign-on'),
  SMTP_URL: smtp.optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\p{Cc}@]*@[^\p{Cc}]*$/u)
    .max(320)
    .optional(),
  SIGN_UP: z.enum(['open', 'invited', 'closed']).default('open'),
  OIDC_WORKSPACE: z.string().min(1).max(100).optional(),
  OIDC_ROLE: z.enum(['facilitator', 'manager', 'none']).default('manager'),
  OIDC_ROLE_CLAIM: z.string().min(1).max(200).optional(),
  RECORD_ADDRESSES: z.enum(['yes', 'no']).default('no'),
  METRICS_TOKEN: z.string().min(16).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

const wanted: Record<string, string> = {
  PORT: 'a whole number from 0 to 65535',
  DATABASE_URL: 'an address like postgres://user:password@host:5432/database; leave it out for the embedded store',
  AUTH_SECRET: 'at least 32 characters; leave it out and one is made and kept in DATA_DIR',
  PUBLIC_URL: 'an address like https://boards.example.org, with no path after it',
  TRUSTED_PROXIES: 'a whole number from 0 to 10',
  SIGN_IN_DAYS: 'a whole number of days from 1 to 400',
  SIGN_IN_IDLE_DAYS: 'a whole number of days from 1 to 400',
  OIDC_ISSUER: 'the https address of the provider',
  SIGN_UP: 'open, invited or closed',
  OIDC_ROLE: 'facilitator, manager or none',
  SMTP_URL: 'an address like smtp://user:password@mail.example.org:587, or smtps://',
  MAIL_FROM: 'an address like Brownpaper <boards@example.org>',
  RECORD_ADDRESSES: 'yes or no',
  METRICS_TOKEN: 'at least 16 characters',
  LOG_LEVEL: 'one of trace, debug, info, warn, error, silent',
}

/** Reads DATA_DIR alone, for scripts that work on the files when the other settings may be missing. */
export const readDataDir = (source: Record<string, string | undefined> = process.env): string =>
  resolve(source.DATA_DIR || 'data')

/** Whether the data is in PostgreSQL, for scripts that work on files. */
export const isInPostgres = (source: Record<string, string | undefined> = process.env): boolean =>
  Boolean(source.DATABASE_URL)

/** Reads the settings; throws EnvError naming the variable and what it should be. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = variables.safeParse(present)
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0] ?? 'The configuration')
    throw new EnvError(`${name} is not usable: it should be ${wanted[name] ?? 'set to a valid value'}.`)
  }
  const v = parsed.data
  const dataDir = usable(resolve(v.DATA_DIR))
  const publicUrl = new URL(v.PUBLIC_URL ?? `http://localhost:${v.PORT}`).origin
  const oidcParts = [v.OIDC_ISSUER, v.OIDC_CLIENT_ID, v.OIDC_CLIENT_SECRET].filter(Boolean).length
  if (oidcParts > 0 && oidcParts < 3)
    throw new EnvError('OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET belong together: set all three or none.')
  if (v.OIDC_WORKSPACE === undefined && (v.OIDC_ROLE_CLAIM !== undefined || v.OIDC_ROLE === 'none'))
    throw new EnvError('OIDC_ROLE and OIDC_ROLE_CLAIM are roles in OIDC_WORKSPACE: set that too.')
  if (Boolean(v.SMTP_URL) !== Boolean(v.MAIL_FROM))
    throw new EnvError('SMTP_URL and MAIL_FROM belong together: set both or none.')
  return {
    production: v.NODE_ENV === 'production',
    port: v.PORT,
    host: v.HOST,
    dataDir,
    databaseUrl: v.DATABASE_URL ?? null,
    authSecret: v.AUTH_SECRET ?? keptSecret(dataDir),
    publicUrl,
    trustedProxies: v.TRUSTED_PROXIES,
    signInDays: v.SIGN_IN_DAYS,
    signInIdleDays: v.SIGN_IN_IDLE_DAYS,
    signUp: v.SIGN_UP,
    oidc:
      v.OIDC_ISSUER && v.OIDC_CLIENT_ID && v.OIDC_CLIENT_SECRET
        ? {
            issuer: v.OIDC_ISSUER,
            clientId: v.OIDC_CLIENT_ID,
            clientSecret: v.OIDC_CLIENT_SECRET,
            name: v.OIDC_NAME,
            workspace: v.OIDC_WORKSPACE ?? null,
            role: v.OIDC_ROLE,
            roleClaim: v.OIDC_ROLE_CLAIM ?? null,
          }
        : null,
    mail: v.SMTP_URL && v.MAIL_FROM ? { url: v.SMTP_URL, from: v.MAIL_FROM } : null,
    recordAddresses: v.RECORD_ADDRESSES === 'yes',
    metricsToken: v.METRICS_TOKEN ?? null,
    logLevel: v.LOG_LEVEL,
  }
}

/** Returns the data directory; creates it if it is missing. */
function usable(dataDir: string): string {
  return orUnusable(dataDir, () => {
    makeDataDir(dataDir)
    accessSync(dataDir, constants.R_OK | constants.W_OK)
    return dataDir
  })
}

/** Returns the secret that was made at the first start and is kept beside the data, readable by its owner only. */
function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'auth-secret')
  return orUnusable(dataDir, () => {
    if (!existsSync(file)) writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' })
    return readFileSync(file, 'utf8').trim()
  })
}

function orUnusable<T>(dataDir: string, body: () => T): T {
  try {
    return body()
  } catch (error) {
    throw new EnvError(`DATA_DIR is not usable: ${dataDir} cannot be written to (${(error as Error).message}).`)
  }
}
