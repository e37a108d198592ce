import { getDomainWithoutSuffix } from 'tldts'

/** Sites that list the events of others: their name is not the organiser's. */
export function isAggregator(url: string | undefined): boolean {
  return url !== undefined && aggregators.has(getDomainWithoutSuffix(url) ?? '')
}

/** The name of a platform, as pages on it tell it for that of their site. */
export function isPlatform(name: string): boolean {
  return platforms.test(name.trim())
}

const platforms =
  /^(?:google (?:docs|forms|sites|drive)|microsoft forms|youtube|vimeo|facebook|linkedin|zoom|webex|eventbrite|meetup|luma|kktix|accupass|peatix|connpass|doorkeeper|notion|typeform|jotform|surveymonkey|crowdcast|streamyard|hopin|ringcentral(?: events)?|airmeet|livestorm|sympla|helloasso|billetweb|weezevent|ticket tailor|humanitix|konfhub|allevents(?:\.in)?|indico|pretix|pretalx|sched|libcal|localist)$/i

const aggregators = new Set(
  'eventbrite meetup songkick facebook bandsintown ticketmaster lu luma eventim allevents evensi dice residentadvisor ra ticketfly universe tito billetto weezevent helloasso sympla konfhub townscript airmeet hopin linkedin google youtube vimeo twitch zoom eventful xing doodle pretix ticketweb eventsforce brownpapertickets kktix accupass peatix connpass doorkeeper crowdcast streamyard ringcentral livestorm billetweb humanitix tickettailor typeform jotform notion'.split(
    ' ',
  ),
)
