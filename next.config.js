/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // In development Next would print what forms send, passwords and keys included.
  logging: { serverFunctions: false },
  // Types are checked by `npm run check`; a start on the operator's machine only builds.
  typescript: { ignoreBuildErrors: true },
  // Programs of their own: native parts, workers, or one copy a process.
  serverExternalPackages: [
    '@node-rs/argon2',
    '@prisma/adapter-pg',
    'pg-boss',
    'prom-client',
    'undici',
  ],
}
