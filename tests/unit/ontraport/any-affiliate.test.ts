import { expect, test } from 'vitest'
import { anyAffiliateEvent } from '#tests/support/arbitrary-snapshot.ts'
import { encodeEvent } from '#tests/support/encode-event.ts'
import { holdForAny } from '#tests/support/hold-for-any.ts'
import { childOf, readDocument, textsOf, told } from '#tests/support/read-document.ts'
import { assertAllValid } from '#tests/support/xml-schema.ts'

test('2,500 affiliates of any texts are valid by libxml2 and read back as what was put in', {
  timeout: 120_000,
}, async () => {
  await holdForAny(anyAffiliateEvent(), 2_500, async (events) => {
    const documents = events.map((event) => encodeEvent(event, new Map()))
    await assertAllValid(documents, 'affiliate')
    for (const [at, { affiliate }] of events.entries()) {
      const texts = {
        AffiliateId: String(affiliate.affiliateId),
        AffiliateApproved: affiliate.isApproved ? 'True' : 'False',
        Email: told(affiliate.email),
        FirstName: told(affiliate.firstName),
        LastName: told(affiliate.lastName),
        Company: told(affiliate.company),
        Phone: told(affiliate.phone),
        Address1: told(affiliate.address1),
        Address2: told(affiliate.address2),
        City: told(affiliate.city),
        State: told(affiliate.stateRegion),
        Zip: told(affiliate.postalCode),
      }
      const element = childOf(readDocument(documents[at] ?? ''), 'affiliate')
      expect(textsOf(element, Object.keys(texts))).toEqual(texts)
    }
  })
})
