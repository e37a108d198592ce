/** How many may listen at once, in all and from one address. */
export type Seats = {
  /** @param who null: nobody in particular. @returns how the seat is given back; null where there is none */
  take: (who: string | null) => (() => void) | null
}

export function createSeats(most: { all: number; each: number }): Seats {
  const taken = new Map<string, number>()
  let all = 0
  return {
    take(who) {
      const own = who === null ? 0 : (taken.get(who) ?? 0)
      if (all >= most.all || own >= most.each) return null
      all++
      if (who !== null) taken.set(who, own + 1)
      let isHeld = true
      return () => {
        if (!isHeld) return
        isHeld = false
        all--
        if (who === null) return
        const left = taken.get(who)! - 1
        if (left === 0) taken.delete(who)
        else taken.set(who, left)
      }
    },
  }
}
