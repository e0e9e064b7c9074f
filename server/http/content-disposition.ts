/**
 * Returns a Content-Disposition header that saves under this name (RFC 6266): the full name as in RFC 5987, and an
 * ASCII form for older programs.
 */
export function contentDisposition(name: string): string {
  const point = name.indexOf('.')
  const [stem, end] = point < 0 ? [name, ''] : [name.slice(0, point), name.slice(point)]
  const plain = stem.replace(/[^\x20-\x7e]|["\\]/gu, '-')
  const full = encodeURIComponent(name.toWellFormed()).replace(
    /[!'()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${/[A-Za-z0-9]/.test(plain) ? plain : 'board'}${end.replace(/[^A-Za-z0-9.-]/g, '')}"; filename*=UTF-8''${full}`
}
