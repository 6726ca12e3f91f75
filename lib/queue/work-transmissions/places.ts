/** Who has how many of the places on which messages are on their way. */
export class Places {
  readonly #count: number
  readonly #taken = new Map<string, number>()
  #takenCount = 0

  constructor(count: number) {
    this.#count = count
  }

  get freeCount(): number {
    return Math.max(0, this.#count - this.#takenCount)
  }

  take(merchantId: string): void {
    this.#takenCount += 1
    this.#taken.set(merchantId, (this.#taken.get(merchantId) ?? 0) + 1)
  }

  leave(merchantId: string): void {
    this.#takenCount -= 1
    const left = (this.#taken.get(merchantId) ?? 0) - 1
    if (left > 0) this.#taken.set(merchantId, left)
    else this.#taken.delete(merchantId)
  }

  /** Those who have a fair share or more. One share is always left over for a merchant that comes new. */
  crowdedMerchants(): string[] {
    const share = this.#count / (this.#taken.size + 1)
    return [...this.#taken].filter(([, count]) => count >= share).map(([merchantId]) => merchantId)
  }
}
