import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../server/cli/setup.mjs'

const debian = '/usr/lib/postgresql'
/** The newest of the versions that Debian keeps side by side. */
const newest = () =>
  existsSync(debian)
    ? readdirSync(debian)
        .sort((a, b) => Number(b) - Number(a))
        .map(version => join(debian, version, 'bin'))
    : []
const elsewhere = ['/usr/local/pgsql/bin', '/opt/homebrew/opt/postgresql/bin', '/usr/local/opt/postgresql/bin']

/** The directory with PostgreSQL's own programs, or null. */
export const findPostgres = () =>
  [process.env.POSTGRES_BIN, ...newest(), ...elsewhere, ...(process.env.PATH ?? '').split(':')].find(
    path => path && existsSync(join(path, 'initdb')) && existsSync(join(path, 'postgres')),
  ) ?? null

/** As `findPostgres`, and when root on Debian it is installed. null only after having said why. */
export function postgres() {
  const found = findPostgres()
  if (found) return found
  console.log('No PostgreSQL found; getting one …')
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update', '-qq'])
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'], {
      DEBIAN_FRONTEND: 'noninteractive',
    })
    const installed = findPostgres()
    if (installed) return installed
  }
  console.error(
    'No PostgreSQL could be found or installed: install one, or set POSTGRES_BIN to the directory of initdb.',
  )
  return null
}
