import type { Cited, CitedForm } from './cited.ts'

/** CSL-JSON (https://docs.citationstyles.org): a list of one item, which is what programs read. */
export function cslJsonOf(cited: Cited): string {
  const { authors, publishers, from, to } = cited
  const dates = [from, to].flatMap(day => (day ? [day.split('-').map(Number)] : []))
  const item = {
    id: cited.key,
    type: types[cited.form],
    title: cited.title,
    author: authors.map(({ name }) => ({ literal: name })),
    issued: dates.length ? { 'date-parts': dates } : undefined,
    'container-title': cited.container,
    'event-title': cited.event,
    'event-place': cited.place,
    publisher: publishers.join('; '),
    genre: cited.genre,
    language: cited.language,
    abstract: cited.summary,
    keyword: cited.tags.join(', '),
    URL: cited.url,
    archive_location: cited.listedAt,
  }
  const told = Object.entries(item).filter(([, value]) => value && !(Array.isArray(value) && !value.length))
  return `${JSON.stringify([Object.fromEntries(told)], null, 2)}\n`
}

const types: Record<CitedForm, string> = {
  presentation: 'speech',
  video: 'motion_picture',
  document: 'document',
  webpage: 'webpage',
  post: 'post-weblog',
}
