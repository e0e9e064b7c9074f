/**
 * What a fresh clone needs before anything runs; plain JavaScript that an old Node understands, because an old Node
 * is what a machine may have. Node 24 itself comes as the npm package `node`.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const bin = join(root, 'node_modules', '.bin')
export const node = join(bin, process.platform === 'win32' ? 'node.cmd' : 'node')

/** The environment in which Node 24 and the project's tools come first on PATH. */
export const environment = (extra = {}) => ({
  ...process.env,
  ...extra,
  PATH: bin + delimiter + process.env.PATH,
  NEXT_TELEMETRY_DISABLED: '1',
})

/** Ends the program with a sentence. */
function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}

/** Runs a command to its end; answers its exit code. */
export const run = (command, args, extra = {}) =>
  spawnSync(command, args, { cwd: root, stdio: 'inherit', env: environment(extra) }).status ?? 1

const npm = args =>
  process.env.npm_execpath ? run(process.execPath, [process.env.npm_execpath, ...args]) : run('npm', args)

/** Installs what package-lock.json says, unless it is there already. */
export function install() {
  const seen = join(root, 'node_modules', '.installed-from')
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const installed = existsSync(seen) && readFileSync(seen, 'utf8') === wanted
  if (!installed || !existsSync(node)) {
    console.log('Installing (once, a minute or two) …')
    // Not `npm ci`: it refuses a lock without the entries of optional packages that a registry does not carry.
    if (npm(['install', '--no-audit', '--no-fund', '--no-save']) !== 0)
      stop('npm install did not succeed; its messages above say why.')
    writeFileSync(seen, wanted)
  }
  const version = existsSync(node) ? spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout : ''
  if (!(Number.parseInt(version, 10) >= 24))
    stop(
      'Node 24 is missing: the npm package "node" brings it by its install script. Run `npm install` without --ignore-scripts.',
    )
}

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* files(path)
    else yield path
  }
}

/** Builds the pages unless the build on disk is of these very sources. */
export function build() {
  const hash = createHash('sha256')
  const shared = ['next.config.js', 'proxy.ts', 'instrumentation-client.ts', 'package.json', 'package-lock.json']
  for (const name of ['app', 'components', 'lib', 'server', ...shared]) {
    const path = join(root, name)
    if (!existsSync(path)) continue
    for (const file of statSync(path).isDirectory() ? files(path) : [path]) hash.update(file).update(readFileSync(file))
  }
  const wanted = hash.digest('hex')
  const stamp = join(root, '.next', 'built-from')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('Building …')
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
  if (run(node, [next, 'build'], { NODE_ENV: 'production' }) !== 0)
    stop('The build did not succeed; its messages above say why.')
  writeFileSync(stamp, wanted)
}
