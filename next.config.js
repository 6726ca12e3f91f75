/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // There are no pictures to make smaller, so there is no address that makes them.
  images: { unoptimized: true },
  // In development Next would print what forms send, passwords and keys included.
  logging: { serverFunctions: false },
  // Types are checked by `npm run check`; a start on the operator's machine only builds.
  typescript: { ignoreBuildErrors: true },
  // Browsers ask for it before a streamed page has told them where its icon is.
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  experimental: {
    // Lists are uploaded through forms: 6 MB of file and what surrounds it (MAX_FORM_BYTES in lib/http.ts).
    serverActions: { bodySizeLimit: '7mb' },
    // A page is read when it is first asked for; UltraCart's webhooks need not wait for all of them.
    preloadEntriesOnStart: false,
  },
  // Programs of their own: native parts, workers, or one copy a process.
  serverExternalPackages: [
    '@node-rs/argon2',
    '@prisma/adapter-pg',
    'pg-boss',
    'prom-client',
    'undici',
  ],
}
