/** People who do not exist, with names from many scripts; `example.com` receives no mail. */
export type SampleBuyer = {
  firstName: string
  lastName: string
  company?: string
  address1: string
  city: string
  stateRegion?: string
  postalCode: string
  countryCode: string
  email: string
}

export const SAMPLE_BUYERS = {
  zoe: {
    firstName: 'Zoë',
    lastName: 'Núñez-Łukasiewicz',
    company: 'Söhne & Töchter "Café" GmbH',
    address1: '12 O’Connell Straße',
    city: 'San José',
    stateRegion: 'CA',
    postalCode: '95113',
    countryCode: 'US',
    email: 'zoe.nunez@example.com',
  },
  sakura: {
    firstName: 'さくら',
    lastName: '田中',
    address1: '千代田区丸の内1-1',
    city: '東京',
    postalCode: '100-0005',
    countryCode: 'JP',
    email: 'sakura.tanaka@example.com',
  },
  olga: {
    firstName: 'Ольга',
    lastName: 'Петрова',
    address1: 'Brunnenstraße 7',
    city: 'Berlin',
    postalCode: '10119',
    countryCode: 'DE',
    email: 'olga.petrova@example.com',
  },
  hong: {
    firstName: 'Hồng',
    lastName: 'Nguyễn Thị',
    address1: '44 Rue de l’Église',
    city: 'Montréal',
    stateRegion: 'QC',
    postalCode: 'H2X 1A1',
    countryCode: 'CA',
    email: 'hong.nguyen@example.com',
  },
  omar: {
    firstName: 'عمر',
    lastName: 'الخطيب',
    address1: '9 Harbour Road <rear>',
    city: 'London',
    postalCode: 'E14 9GE',
    countryCode: 'GB',
    email: 'omar.alkhatib@example.com',
  },
} as const satisfies Record<string, SampleBuyer>
