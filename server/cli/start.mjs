/**
 * `npm start`, `npm run dev` and every other script of the project that needs Node 24:
 *   start.mjs               install, build, serve
 *   start.mjs --dev         install, serve with hot reload
 *   start.mjs --run FILE …  install, run one of our own TypeScript files
 */
import { spawn } from 'node:child_process'
import { build, environment, install, node, root } from './setup.mjs'

const [mode, ...rest] = process.argv.slice(2)
install()

if (mode === '--dev')
  launch(['--watch-path=server', '--watch-path=lib', '--watch-preserve-output', 'server/main.ts', '--dev', ...rest], {
    NODE_ENV: 'development',
  })
else if (mode === '--run') launch(rest, {})
else {
  build()
  launch(['server/main.ts', ...process.argv.slice(2)], { NODE_ENV: 'production' })
}

/** Hands over to Node 24 and passes signals on, so that Ctrl-C and SIGTERM reach the server. */
function launch(args, extra) {
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: root,
    stdio: 'inherit',
    env: environment(extra),
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
}
