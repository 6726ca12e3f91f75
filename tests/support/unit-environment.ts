// A unit test sees no environment of the machine it runs on.
process.env.LOG_LEVEL = 'silent'
process.env.APP_SECRET = 'a secret for unit tests alone'
// The stand-ins of unit tests listen on loopback, beside the vendors' real addresses in the environment.
process.env.ALLOW_PRIVATE_ADDRESSES = '127.0.0.1'
delete process.env.DATABASE_URL
