import { route } from '#server/http/route.ts'
import { importOnto, importView, readImport } from '#server/use-cases/imports.ts'

/** A file as the body, `?name=` its name: what it would bring with `?look=1`, else brought onto the board. */
export const POST = route('POST /api/boards/[boardId]/import', async ({ running, request, query, person, access }) => {
  const read = await readImport(running, person, request, query, 'onto')
  await importOnto(running, person, access, read)
  return { import: importView(read) }
})
