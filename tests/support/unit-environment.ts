// A unit test sees no environment of the machine it runs on.
process.env.LOG_LEVEL = 'silent'
process.env.APP_SECRET = 'a secret for unit tests alone'
delete process.env.DATABASE_URL
