import type { Job } from '../../domain/job.ts'
import { findEditionById } from '../../storage/editions.ts'
import { readEntries } from '../../storage/entries.ts'
import { findReceivers } from '../../storage/mails.ts'
import { findLabels } from '../../storage/readings.ts'
import { findSourceLabels } from '../../storage/sources.ts'
import type { Db } from '../../storage/tables.ts'
import { readWritingTitles } from '../../storage/writings.ts'
import { paths } from '../paths.ts'

/** What a job is about, in words that somebody wrote: who a mail is to, what is published, what is read. */
export type Subject = { words: string; path: string | null }

/** By the ids of the jobs; nothing for those that are about nothing, or about what is gone. */
export async function subjectsOf(db: Db, jobs: Job[]): Promise<Map<string, Subject>> {
  const told = (job: Job, name: string) => {
    const value = (job.data as Record<string, unknown> | null)?.[name]
    return typeof value === 'string' ? value : null
  }
  const all = (kind: string, name: string) => [
    ...new Set(jobs.filter(job => job.kind === kind).map(job => told(job, name))),
  ]
  const receivers = await findReceivers(db, all('send-mail', 'mail').filter(isTold))
  const entries = await readEntries(db, { ids: all('publish', 'entry').filter(isTold) })
  const titles = new Map(entries.map(({ entry }) => [entry.id, entry.title]))
  const labels = await findLabels(db, all('read', 'reading').filter(isTold))
  const sources = await findSourceLabels(db, all('read-source', 'source').filter(isTold))
  const writings = await readWritingTitles(db, all('publish', 'writing').filter(isTold))
  const subjects = new Map<string, Subject>()
  for (const job of jobs) {
    const [mail, reading] = [told(job, 'mail'), told(job, 'reading')]
    const [entry, edition] = [told(job, 'entry'), told(job, 'edition')]
    const writing = told(job, 'writing')
    if (mail && receivers.has(mail))
      subjects.set(job.id, { words: receivers.get(mail)!, path: `${paths.deskOutbox()}#${mail}` })
    else if (reading && labels.get(reading))
      subjects.set(job.id, { words: labels.get(reading)!, path: paths.deskReading(reading) })
    else if (sources.has(told(job, 'source') ?? ''))
      subjects.set(job.id, { words: sources.get(told(job, 'source')!)!.label, path: null })
    else if (entry && titles.has(entry))
      subjects.set(job.id, { words: titles.get(entry)!, path: paths.deskEntry(entry) })
    else if (writing && writings.has(writing))
      subjects.set(job.id, { words: writings.get(writing)!, path: paths.deskWriting(writing) })
    else if (job.kind === 'publish' && edition && !entry) {
      const found = await findEditionById(db, edition)
      if (found) subjects.set(job.id, { words: found.title, path: null })
    }
  }
  return subjects
}

function isTold(id: string | null): id is string {
  return id !== null
}
