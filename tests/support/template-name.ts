/** Name of the migrated database that the test files' own databases are copies of. */
export const TEMPLATE = 'template_relay'
