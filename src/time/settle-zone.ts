import type { Doubt } from './doubt.ts'
import { offsetName } from './offset-name.ts'
import type { ZoneChoice, ZoneWords } from './part.ts'
import type { SaidMoment } from './said.ts'
import { type Hours, settleHours } from './settle-hours.ts'
import { choicesOf, isFlat, isGreenwichInSummer, isLateSummer, offsetAt, type Wall } from './zone-choices.ts'

/** A moment in a zone; without one nobody told it. */
export type Settled = {
  start: Wall
  end: Wall | null
  zone: string | null
  /** The instant, where the words tell which of two equal wall times is meant. */
  at?: bigint
  /** The same local time everywhere. */
  floating?: true
}

export type SettledMoment = { ways: Settled[]; doubts: Doubt[] }

/** One claim of what a moment is: hours of the day told, in a zone. */
type Vote = { hours: Hours; shifts: number[]; claims: Claim[]; zones: ZoneWords | null }

/** `late`: the letters name a summer time that is not in force. */
type Claim = {
  zone: string
  at: bigint
  grade: number
  start: Wall
  seconds: number | null
  late: boolean
  exact?: true
}

const second = 1_000_000_000n

/**
 * A moment said on a day, its zones weighed against each other: what most of them agree on, in the zone told first.
 * `hints`: zones that other words of the text point to.
 */
export function settleMoment(
  moment: SaidMoment,
  day: Temporal.PlainDate,
  context: string | undefined,
  hints: () => string[],
): SettledMoment {
  const local = localOf(moment)
  const near = local === 'local' ? [...new Set(hints())] : []
  if (local && near.length !== 1) return unlocated(moment, day, local)
  const votes = votesOf(moment, day, near[0] ?? context, hints)
  const [first] = votes
  if (!first) return { ways: [], doubts: [] }
  if (votes.every(vote => !vote.claims.length)) return unzoned(first, day)
  fillUntold(votes, day)
  const settled = votes.length === 1 ? alone(first) : together(votes)
  const strange = moment.clocks[0]?.strange
  if (strange && votes.every(vote => !vote.zones)) {
    settled.doubts.push({ code: 'zone-missing', says: `“${strange}” is no zone that is known.` })
  }
  return settled
}

export function wallOf(day: Temporal.PlainDate, seconds: number): Wall {
  return day.toPlainDateTime().add({ seconds })
}

/** Nothing but "local time" is told of its zone. That of who reads it is not meant, whatever that is. */
function localOf({ clocks }: SaidMoment): 'local' | 'floating' | null {
  const [clock, other] = clocks
  if (!clock?.local || other) return null
  return clock.local === 'floating' || clock.zones.length === 0 ? clock.local : null
}

function unlocated(moment: SaidMoment, day: Temporal.PlainDate, local: 'local' | 'floating'): SettledMoment {
  const [clock] = moment.clocks
  if (!clock) return { ways: [], doubts: [] }
  const vote = { hours: settleHours(clock.start, clock.end), shifts: [clock.shift], claims: [], zones: null }
  const plain = unzoned(vote, day)
  if (local === 'local') return plain
  return {
    ways: plain.ways.map(way => ({ ...way, floating: true })),
    doubts: [{ code: 'zone-missing', says: 'No time zone is told: the same local time everywhere.' }],
  }
}

function unzoned(vote: Vote, day: Temporal.PlainDate): SettledMoment {
  const way = {
    start: wallOf(day.add({ days: vote.shifts[0] ?? 0 }), vote.hours.start),
    end: vote.hours.end === null ? null : wallOf(day.add({ days: vote.shifts[0] ?? 0 }), vote.hours.end),
    zone: null,
  }
  const doubt: Doubt = {
    code: 'zone-missing',
    says: 'No time zone is told: local time of a place that is not known.',
  }
  return { ways: [way], doubts: [doubt] }
}

const trust = ['name', 'place', 'abbreviation', 'offset', 'local']

function votesOf(
  moment: SaidMoment,
  day: Temporal.PlainDate,
  context: string | undefined,
  hints: () => string[],
): Vote[] {
  const votes: Vote[] = []
  for (const [index, clock] of moment.clocks.entries()) {
    const hours = settleHours(clock.start, clock.end)
    const shifts = index === 0 ? [clock.shift] : [0, 1, -1]
    // "CET Europe/Rome": the name is the truest; "(GMT-05:00) Eastern Time": its offset is that of winter all the year.
    const zones = clock.zones.toSorted((a, b) => trust.indexOf(a.sort) - trust.indexOf(b.sort))
    const named = zones.filter(zone => zone.sort === 'name' || zone.sort === 'place')
    // A name that may mean several places tells nothing about itself.
    const besideOf = (words: ZoneWords) => [
      ...named.filter(zone => zone !== words).map(zone => zone.choices[0]?.zone ?? 'UTC'),
      ...(context ? [context] : []),
    ]
    if (!zones.length) {
      const claims = context ? claimsOf({ zone: context }, 0, day, hours, shifts) : []
      votes.push({ hours, shifts, claims, zones: null })
    }
    for (const words of zones) {
      const seconds = clock.endZone ? secondsToEnd(words, clock.endZone, day, hours) : undefined
      const choices = choicesOf(words, wallOf(day, hours.start), besideOf(words), hints)
      const claims = choices.flatMap((choice, rank) =>
        claimsOf(
          choice,
          rank * 10,
          day,
          seconds === undefined ? hours : { ...hours, end: hours.start + seconds },
          shifts,
        ),
      )
      if (context && isGreenwichInSummer(words, context, wallOf(day, hours.start))) {
        claims.push(
          ...claimsOf({ zone: context }, 0, day, hours, shifts).map(claim => ({
            ...claim,
            grade: 2,
            late: true,
          })),
        )
      }
      votes.push({ hours, shifts, claims, zones: words })
    }
  }
  return votes
}

/** Seconds from an hour to its end in another zone, within a day. */
function secondsToEnd(from: ZoneWords, to: ZoneWords, day: Temporal.PlainDate, hours: Hours): number {
  const [start, end] = [from.choices[0]?.zone ?? 'UTC', to.choices[0]?.zone ?? 'UTC']
  const begins = wallOf(day, hours.start).toZonedDateTime(start)
  const ends = wallOf(day, (hours.end ?? hours.start) % 86_400).toZonedDateTime(end)
  return ((((ends.epochMilliseconds - begins.epochMilliseconds) / 1000) % 86_400) + 86_400) % 86_400 || 86_400
}

/** Grade 0: as told. 1: wall time of the place though the letters name its other season. 2: the letters literally. */
function claimsOf(
  choice: ZoneChoice,
  rank: number,
  day: Temporal.PlainDate,
  hours: Hours,
  shifts: number[],
): Claim[] {
  return shifts.flatMap(shift => {
    const start = wallOf(day.add({ days: shift }), hours.start)
    const seconds = hours.end === null ? null : hours.end - hours.start
    const claim = (zone: string, grade: number): Claim => ({
      zone,
      at: start.toZonedDateTime(zone).epochNanoseconds,
      grade: grade + rank,
      start,
      seconds,
      late: isLateSummer(choice, start),
    })
    const exact = exactOf(choice, start)
    if (exact) return [{ ...claim(choice.zone, 0), at: exact, exact: true }]
    const offset = offsetAt(choice.zone, start)
    if (choice.literal === undefined || offset === choice.literal) return [claim(choice.zone, 0)]
    if (isFlat(choice.zone, start) && choice.literal <= offset && !isLateSummer(choice, start))
      return [claim(choice.zone, 0)]
    const literal = claim(offsetName(choice.literal), 2)
    return [claim(choice.zone, 1), literal]
  })
}

/** A wall time that comes twice is told apart by its season: "02:30 CET" is the second. */
function exactOf(choice: ZoneChoice, wall: Wall): bigint | null {
  if (choice.literal === undefined) return null
  const both = (['earlier', 'later'] as const).map(disambiguation =>
    wall.toZonedDateTime(choice.zone, { disambiguation }),
  )
  const [earlier, later] = both
  if (!earlier || !later || earlier.epochNanoseconds === later.epochNanoseconds) return null
  const found = both.find(
    one => one.offsetNanoseconds / 6e10 === choice.literal && one.toPlainDateTime().equals(wall),
  )
  return found?.epochNanoseconds ?? null
}

/** "15:00 (13:00 GMT)": an hour without a zone has the offset that makes both one moment. */
function fillUntold(votes: Vote[], day: Temporal.PlainDate): void {
  const told = votes.find(vote => vote.claims.length)?.claims[0]
  if (!told) return
  for (const vote of votes.filter(vote => !vote.claims.length)) {
    const start = wallOf(day, vote.hours.start)
    const at = start.toZonedDateTime('UTC').epochNanoseconds
    const minutes = Number((at - told.at) / (60n * second))
    const near = (((minutes % 1440) + 1440 + 720) % 1440) - 720
    if (near % 15 === 0 && near <= 840)
      vote.claims = claimsOf({ zone: offsetName(near) }, 0, day, vote.hours, [0])
  }
}

function alone(vote: Vote): SettledMoment {
  const doubts: Doubt[] = []
  const said = vote.zones?.said ?? ''
  const zones = new Set(vote.claims.filter(claim => claim.grade % 10 < 2).map(claim => claim.zone))
  const moments = new Set(vote.claims.filter(claim => claim.grade % 10 < 2).map(claim => claim.at))
  if (zones.size > 1 && moments.size > 1) {
    doubts.push({ code: 'zone-ambiguous', says: `${said} may stand for ${[...zones].join(' or ')}.` })
  }
  const first = vote.claims[0]
  if (first && first.grade % 10 > 0) doubts.push(season(said, first))
  else {
    const late = vote.claims.find(claim => claim.grade % 10 > 0 && claim.late)
    if (late) doubts.push(season(said, late))
  }
  return {
    ways: distinct(vote.claims.filter(claim => claim.grade % 10 < 2 || claim.grade === 2)).map(settled),
    doubts,
  }
}

function season(said: string, claim: Claim): Doubt {
  const says = `${said} is not in force in ${claim.zone} on ${claim.start.toPlainDate()}: its wall time, or the offset as written.`
  return { code: 'zone-season', says }
}

function together(votes: Vote[]): SettledMoment {
  const best = mostAgreed(votes)
  if (!best) return { ways: [], doubts: [] }
  const doubts: Doubt[] = []
  const dissent = votes.filter(vote => !claimAt(vote, best.at))
  const agreed = votes.flatMap(vote => claimAt(vote, best.at) ?? [])
  const strange = agreed.find(claim => claim.grade % 10 > 0)
  if (dissent.length) {
    doubts.push({
      code: 'zones-disagree',
      says: `The times told for ${votes.map(vote => vote.zones?.said ?? 'the place').join(', ')} are not one moment.`,
    })
  } else if (strange) {
    const vote = votes.find(vote => claimAt(vote, best.at) === strange)
    doubts.push(season(vote?.zones?.said ?? '', strange))
  }
  const shown = agreed.find(claim => claim.grade % 10 < 2) ?? best
  const length = shown.seconds ?? agreed.find(claim => claim.seconds !== null)?.seconds ?? null
  const others = dissent.flatMap(vote => vote.claims.slice(0, 1))
  return { ways: distinct([{ ...shown, seconds: length }, ...others]).map(settled), doubts }
}

/** The instant most claims agree on; among equals the one of the words said first, taken as told. */
function mostAgreed(votes: Vote[]): Claim | null {
  let best: { claim: Claim; support: number; grade: number } | null = null
  for (const vote of votes) {
    for (const claim of vote.claims) {
      const agreeing = votes.map(other => claimAt(other, claim.at))
      const support = agreeing.filter(one => one).length
      const grade = agreeing.reduce((sum, one) => sum + (one?.grade ?? 0), 0)
      if (
        !best ||
        support > best.support ||
        (support === best.support && support > 1 && grade < best.grade)
      ) {
        best = { claim, support, grade }
      }
    }
  }
  return best?.claim ?? null
}

function claimAt(vote: Vote, at: bigint): Claim | undefined {
  return vote.claims.filter(claim => claim.at === at).toSorted((a, b) => a.grade - b.grade)[0]
}

function distinct(claims: Claim[]): Claim[] {
  return claims
    .filter((claim, index) => claims.findIndex(other => other.at === claim.at) === index)
    .slice(0, 4)
}

function settled(claim: Claim): Settled {
  const { start, seconds, zone, exact, at } = claim
  return {
    ...(exact ? { at } : {}),
    start,
    end: seconds === null ? null : start.add({ seconds }),
    zone,
  }
}
