import type { Env } from '#server/base/env.ts'

/**
 * What a page may load and connect to: only this server. Scripts run only with the request's nonce. Styles may be
 * inline, because positions on the wall are style attributes and dialogs lock scrolling with a style element.
 */
export function contentPolicy(env: Pick<Env, 'production' | 'publicUrl'>, host: string, nonce: string): string {
  const sockets = env.publicUrl.startsWith('https:') ? `wss://${new URL(env.publicUrl).host}` : `ws://${host}`
  // React explains server errors by eval while developing; never in production.
  const evaluation = env.production ? '' : " 'unsafe-eval'"
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self' data:",
    `connect-src 'self' ${sockets}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "manifest-src 'self'",
  ].join('; ')
}
