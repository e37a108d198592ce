/**
 * When an event takes place, as its organiser says it. Wall time and zone are the truth; instants are
 * derived from them, and derived again when the rules of a zone change.
 */
export type EventTime = {
  /**
   * - `moment`: a clock time is told (`2020-12-18T14:00:00`), with or without an end;
   * - `all-day`: it lasts whole days (`2020-12-18`; the end is the last day, included);
   * - `date-only`: the day is told and the hour is not;
   * - `not-told`: nothing is told. No phase, no clash, and a task for the curator.
   */
  precision: Precision
  start: string | null
  end: string | null
  /** IANA zone or fixed offset (`+08:00`). Null: floating, the same local time everywhere. */
  zone: string | null
}

export type Precision = 'moment' | 'all-day' | 'date-only' | 'not-told'

/**
 * Milliseconds since 1970, derived from an `EventTime`. A floating time has no instant of its own: here stand
 * its first moment on Earth (UTC+14) and its last (UTC−12). `endsAt` is null where no end is told.
 */
export type Instants = { startsAt: number | null; endsAt: number | null }

export const notTold: EventTime = { precision: 'not-told', start: null, end: null, zone: null }
