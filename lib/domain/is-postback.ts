/** Says whether a snapshot came by UltraCart's XML Postback, which says less of an order than its webhooks do. */
export function isPostback({ eventName }: { eventName: string }): boolean {
  return eventName.startsWith('xml_')
}
