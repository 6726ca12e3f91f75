import type { ConnectionMethod, Way } from './connection.ts'
import type { AttemptView, LineView, TransmissionRow } from './transmission.ts'

/** How many transmissions one packet takes: examples, not the whole log. */
export const PACKET_LIMIT = 25

/** What only the merchant knows, and what they choose. */
export type PacketNotes = {
  /** The address of the order form that is connected to UltraCart; `''` when not given. */
  formUrl: string
  /** The form's name, where it is built in ONTRAPORT. */
  formName: string
  note: string
  areEmailsMasked: boolean
}

/** Someone who is concerned, as ONTRAPORT's support can find them. */
export type PacketContact = { email: string; name: string; reference: string; outcome: string }

/** A transmission with everything that was sent and answered. */
export type PacketEntry = TransmissionRow & {
  request: string | null
  attempts: AttemptView[]
  lines: LineView[]
}

/** The evidence that ONTRAPORT's support asks for, redacted. Times are ISO 8601 in UTC. */
export type SupportPacket = PacketNotes & {
  merchantId: string
  merchantName: string
  madeAt: string
  madeBy: string
  method: ConnectionMethod
  way: Way
  /** Of the key, or of the App ID, only the last characters; `null` when there is none. */
  keyHint: string | null
  /** Where messages go, the key masked. */
  receiverUrl: string
  /** The ONTRAPORT host of each theme, for the pixel method. */
  themes: { theme: string; host: string }[]
  pausedAt: string | null
  contacts: PacketContact[]
  entries: PacketEntry[]
  /** There are more than the packet takes. */
  isMore: boolean
}

/** What a packet holds, to be looked at before it is downloaded. */
export type PacketPreview = Omit<SupportPacket, 'entries'> & {
  entries: TransmissionRow[]
  files: { name: string; sizeBytes: number }[]
}
