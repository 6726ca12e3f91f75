/** The services of the account's product list, after the environment is set. */
export async function importAccountProducts() {
  const [{ fetchAccountProducts }, { getAccountProducts }] = await Promise.all([
    import('#lib/services/fetch-account-products.ts'),
    import('#lib/services/get-account-products.ts'),
  ])
  return { fetchAccountProducts, getAccountProducts }
}
