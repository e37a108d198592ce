import { type Job, type JobKind, jobRules, roomForJobs } from './job.ts'

/**
 * - `unknown-kind` nobody of this version knows how it is done; `behind` the one of its key before it runs; `busy`
 *   as many of its kind run as may; `crowded` others take all the room there is for it; `untaken` nobody has taken it;
 *   `lost` whoever took it has not come back
 */
export type Lateness = 'unknown-kind' | 'behind' | 'busy' | 'crowded' | 'untaken' | 'lost'

/** In milliseconds. What is due is begun within seconds where nothing is in its way. */
const patience = 60_000

/**
 * Why a job that waits or runs is late; null where it is not.
 *
 * @param running all that run; @param now epoch milliseconds
 */
export function whyLate(job: Job, running: Job[], now: number): Lateness | null {
  if (job.state === 'running') return job.leasedUntil! < now ? 'lost' : null
  if (job.state !== 'waiting' || job.dueAt > now - patience) return null
  if (!isJobKind(job.kind)) return 'unknown-kind'
  const others = running.filter(({ kind }) => kind === job.kind)
  if (job.key !== null && others.some(({ key }) => key === job.key)) return 'behind'
  if (others.length >= jobRules[job.kind].atOnce) return 'busy'
  return hasRoom(job.kind, running) ? 'untaken' : 'crowded'
}

/** Of one process: where there are several, some of what runs is theirs, and it may be that there is room. */
function hasRoom(kind: JobKind, running: Job[]): boolean {
  const { all, keptForPressing } = roomForJobs
  if (jobRules[kind].isPressing) return running.length < all
  const others = running.filter(job => !(isJobKind(job.kind) && jobRules[job.kind].isPressing))
  return running.length < all && others.length < all - keptForPressing
}

export function isJobKind(kind: string): kind is JobKind {
  return Object.hasOwn(jobRules, kind)
}
