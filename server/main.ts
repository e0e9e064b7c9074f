/** The program: settings from the environment, the server, its signals. Everything it composes is in serve.ts. */
if (Number.parseInt(process.versions.node, 10) < 24)
  stop(`Brownpaper needs Node 24; this is ${process.version}. Use npm start, which brings it.`)

const dev = process.argv.includes('--dev')
Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV ?? (dev ? 'development' : 'production') })

const { EnvError, readEnv } = await import('#server/base/env.ts')
const env = settings()
if (!dev && /(change|replace)[-_ ]?me|example|(.)\2{15}/i.test(env.authSecret))
  stop('AUTH_SECRET is a sample value: set a random one of at least 32 characters, or leave it out and one is made.')

// The server takes long to load: what is wrong with the settings is said before.
const { createLog } = await import('#server/base/log.ts')
const { PortTaken, serve } = await import('./serve.ts')
const { StoreError } = await import('./store/store.ts')

try {
  const log = createLog(env.logLevel)
  const server = await serve({ env, log, pages: dev ? 'dev' : 'built' })
  console.log(`\n  Brownpaper is ready: ${server.url}`)
  console.log('  Sign up there with an email address and a password; guests come in by an invite link.\n')

  let closing = false
  const close = (signal: string) => {
    if (closing) return
    closing = true
    log.info({ signal }, 'closing')
    setTimeout(() => process.exit(1), 8000).unref()
    server.close().then(
      () => process.exit(0),
      error => {
        log.error({ err: error }, 'closing failed')
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, close)
} catch (error) {
  if (error instanceof PortTaken || error instanceof StoreError) stop(error.message)
  throw error
}

function settings() {
  try {
    return readEnv()
  } catch (error) {
    if (error instanceof EnvError) stop(error.message)
    throw error
  }
}

function stop(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}

export {}
