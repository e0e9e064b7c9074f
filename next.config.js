/** Pages and routes only; the process, the port and the sockets belong to server/main.ts. */
/** @type {import('next').NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  devIndicators: false,
  // One copy of each in the process: two copies of Yjs break silently, and the drivers are not for bundling.
  serverExternalPackages: ['yjs', 'y-protocols', 'lib0', 'pg', 'ioredis', 'kysely', 'pino', 'ws', 'exceljs'],
  // tsc (npm run types) is the type check; TypeScript 7 has no API for Next to call.
  typescript: { ignoreBuildErrors: true },
}
