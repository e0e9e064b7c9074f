import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

/** Debian's python3-openpyxl and libreoffice-calc; tests use them where they are installed and say where they are not. */
const python = '/usr/bin/python3'
const does = (program: string, args: string[]) => spawnSync(program, args, { stdio: 'ignore' }).status === 0
export const hasOpenpyxl = does(python, ['-c', 'import openpyxl'])
export const hasLibreOffice = does('soffice', ['--version'])

const sheets = z.array(
  z.object({
    name: z.string(),
    rows: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))),
    formulas: z.number(),
    frozen: z.string().nullable(),
    filter: z.string().nullable(),
    across: z.boolean(),
  }),
)
export type ReadSheet = z.infer<typeof sheets>[number]

function inFolder<T>(bytes: Uint8Array, read: (path: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'workbook-'))
  try {
    const path = join(folder, 'board.xlsx')
    writeFileSync(path, bytes)
    return read(path, folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function run(program: string, args: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 26 })
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`)
  return stdout
}

/** Returns what openpyxl reads from a workbook. */
export const readByOpenpyxl = (bytes: Uint8Array): ReadSheet[] =>
  inFolder(bytes, path => sheets.parse(JSON.parse(run(python, [join(import.meta.dirname, 'read_workbook.py'), path]))))

/** Returns the rows of all sheets of a workbook, with every value as LibreOffice shows it. */
export const shownByLibreOffice = (bytes: Uint8Array): string[][] =>
  inFolder(bytes, (path, folder) => {
    // With its own profile: a LibreOffice that is already open would take the work over and this process end at once.
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    run('soffice', [profile, '--headless', '--convert-to', 'html', '--outdir', folder, path])
    const page = readFileSync(join(folder, 'board.html'), 'utf8')
    return [...page.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => cell.replace(/<[^>]*>/g, '').trim()),
    )
  })
