import { Glyph } from '#components/ui/glyph.tsx'
import { type NoteKindId, noteKinds } from '#lib/notes/kinds/index.ts'

/** The kinds' glyphs, defined once in the page and referenced by all cards. */
export function KindGlyphs() {
  return (
    <svg aria-hidden="true" width="0" height="0" className="absolute">
      {noteKinds.map(kind => (
        <symbol key={kind.id} id={`kind-${kind.id}`} viewBox="0 0 24 24">
          <Glyph name={kind.icon} width={24} height={24} />
        </symbol>
      ))}
    </svg>
  )
}

export function KindGlyph({ kind }: { kind: NoteKindId }) {
  return (
    <svg aria-hidden="true" className="note-glyph" viewBox="0 0 24 24">
      <use href={`#kind-${kind}`} />
    </svg>
  )
}
