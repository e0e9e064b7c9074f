/** Pages and routes only; the process, the port and the sockets belong to server/main.ts. */
/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  // Hot reload under both names of this machine.
  allowedDevOrigins: ['127.0.0.1'],
  // One copy of each in the process: two copies of Yjs break silently, and the drivers are not for bundling.
  serverExternalPackages: [
    'yjs',
    'y-protocols',
    'lib0',
    'pg',
    'kysely',
    'pino',
    'ws',
    'exceljs',
    '@zxcvbn-ts/core',
    '@zxcvbn-ts/language-common',
    '@simplewebauthn/server',
  ],
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'x-content-type-options', value: 'nosniff' },
        { key: 'x-frame-options', value: 'DENY' },
        { key: 'referrer-policy', value: 'same-origin' },
        { key: 'permissions-policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
        { key: 'cross-origin-opener-policy', value: 'same-origin' },
        { key: 'cross-origin-resource-policy', value: 'same-origin' },
      ],
    },
    // Answers are data, not pages. What is said here outdoes what a route says: the library's pictures bring a font.
    {
      source: '/api/:path((?!library/).*)',
      headers: [
        {
          key: 'content-security-policy',
          value: "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox",
        },
      ],
    },
    // What these addresses end in lets people in.
    { source: '/join/:path*', headers: [{ key: 'referrer-policy', value: 'no-referrer' }] },
    { source: '/join-workspace/:path*', headers: [{ key: 'referrer-policy', value: 'no-referrer' }] },
    { source: '/replay/:path*', headers: [{ key: 'referrer-policy', value: 'no-referrer' }] },
  ],
  // No page has pictures to make smaller: without this anybody could have the server do it.
  images: { unoptimized: true },
  // tsc (npm run types) is the type check; TypeScript 7 has no API for Next to call.
  typescript: { ignoreBuildErrors: true },
}
