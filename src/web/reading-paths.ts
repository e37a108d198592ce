import { addressOf } from '../domain/address.ts'

/** A part of `paths`: what is pasted and read, and what readers suggest. */
export const readingPaths = {
  /** What is open in an edition; what is pasted into it is sent here. */
  deskReadings: (series: string, edition: string) => `/desk${addressOf(series, edition)}/readings`,
  /** The same where the edition is told by the form. */
  deskPaste: () => '/desk/readings',
  /** @param finding the number of the one that is looked at, where there are several */
  deskReading: (id: string, finding?: number) =>
    `/desk/readings/${id}${finding === undefined ? '' : `?finding=${finding}`}`,
  deskReadingEntries: (id: string) => `/desk/readings/${id}/entries`,
  deskReadingMerges: (id: string) => `/desk/readings/${id}/merges`,
  deskReadingDrops: (id: string) => `/desk/readings/${id}/drops`,
  deskReadingAttempts: (id: string) => `/desk/readings/${id}/attempts`,
  deskReadingReopenings: (id: string) => `/desk/readings/${id}/reopenings`,
  deskReadingChanges: (id: string) => `/desk/readings/${id}/changes`,
  /** The source of an entry is read once more. */
  deskEntryReadings: (id: string) => `/desk/entries/${id}/readings`,
  /** @param state those of this alone */
  deskSuggestions: (state?: string) => `/desk/suggestions${inState(state)}`,
  deskSuggestionsIn: (series: string, edition: string, state?: string) =>
    `/desk${addressOf(series, edition)}/suggestions${inState(state)}`,
  deskSuggestion: (id: string, act?: 'answers' | 'spam' | 'openings' | 'credit') =>
    `/desk/suggestions/${id}${act ? `/${act}` : ''}`,
  /** Where readers suggest what is missing; without an edition the one that is next. */
  suggest: (series?: string, edition?: string) =>
    series && edition ? `${addressOf(series, edition)}/suggest` : '/suggest',
  /** The sender's own page. */
  suggestion: (token: string, act?: 'additions' | 'corrections' | 'withdrawal' | 'credit') =>
    `/suggestions/${token}${act ? `/${act}` : ''}`,
}

function inState(state: string | undefined): string {
  return state === undefined ? '' : `?state=${state}`
}
