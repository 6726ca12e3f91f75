import type { Buyer, Checkout, PostalAddress, Shipping } from '#lib/domain/snapshot.ts'
import type { UltraCartOrder } from './order-schema.ts'

type Billing = UltraCartOrder['billing']

/** Who bought, and where the bill goes. */
export function toBuyer(billing: Billing): Buyer | null {
  if (billing === null) return null
  return {
    ...toPostalAddress(billing),
    email: billing.email,
    dayPhone: billing.day_phone,
    eveningPhone: billing.evening_phone,
    // ONTRAPORT takes a mobile number without its country code for an American one.
    cellPhone: billing.cell_phone_e164 || billing.cell_phone,
  }
}

/** Where the goods go, and how. */
export function toShipping(shipping: UltraCartOrder['shipping']): Shipping | null {
  if (shipping === null) return null
  return {
    ...toPostalAddress(shipping),
    method: shipping.shipping_method,
    trackingNumbers: shipping.tracking_numbers,
    specialInstructions: shipping.special_instructions,
    shippedAt: shipping.shipping_date,
    hasLiftGate: shipping.lift_gate,
  }
}

/** What the checkout knew of the buyer's visit. */
export function toCheckout(checkout: UltraCartOrder['checkout']): Checkout | null {
  if (checkout === null) return null
  return {
    screenBrandingThemeCode: checkout.screen_branding_theme_code,
    storefrontHost: checkout.storefront_host_name,
    customerIpAddress: checkout.customer_ip_address,
    upsellPathCode: checkout.upsell_path_code,
    comments: checkout.comments,
    customFields: [
      checkout.custom_field1,
      checkout.custom_field2,
      checkout.custom_field3,
      checkout.custom_field4,
      checkout.custom_field5,
      checkout.custom_field6,
      checkout.custom_field7,
    ],
  }
}

type Address = Pick<
  NonNullable<Billing>,
  Extract<keyof NonNullable<Billing>, keyof NonNullable<UltraCartOrder['shipping']>>
>

function toPostalAddress(address: Address): PostalAddress {
  return {
    title: address.title,
    firstName: address.first_name,
    lastName: address.last_name,
    company: address.company,
    address1: address.address1,
    address2: address.address2,
    city: address.city,
    stateRegion: address.state_region,
    postalCode: address.postal_code,
    countryCode: address.country_code,
  }
}
