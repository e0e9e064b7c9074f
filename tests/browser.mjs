import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { node, root, run } from '../server/cli/setup.mjs'

const places = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Playwright's own Chromium, if it has been downloaded. */
function bundled() {
  const script = "import('@playwright/test').then(p => console.log(p.chromium.executablePath()))"
  const path = spawnSync(node, ['-e', script], { cwd: root, encoding: 'utf8' }).stdout.trim()
  return path && existsSync(path) ? path : null
}

/**
 * A Chromium: an installed one, else Playwright's, else the system's package manager when root. null only after
 * having said why.
 */
export function browser() {
  const found = places.find(path => path && existsSync(path)) ?? bundled()
  if (found) return found
  console.log('No Chromium found; getting one …')
  run(node, [join(root, 'node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium'])
  const downloaded = bundled()
  if (downloaded) return downloaded
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update', '-qq'])
    run('apt-get', ['install', '-y', '-qq', 'chromium'], { DEBIAN_FRONTEND: 'noninteractive' })
    if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium'
  }
  console.error('No browser could be found or installed: install Chromium, or set CHROMIUM to its path.')
  return null
}
