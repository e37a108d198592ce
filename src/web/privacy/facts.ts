import { facesAskedDays } from '../../domain/faces.ts'
import { keptDays } from '../../services/clean-up.ts'
import { organiserHours } from '../../services/organisers/come-in.ts'
import { signInCookie } from '../../services/sign-in/means.ts'
import { suggestionRetention } from '../../services/suggestions/expire-suggestions.ts'
import { longestSignInDays } from '../../services/visitors/know-visitor.ts'
import { mailDoorOf } from '../mail-door.ts'
import { cookieName } from '../middleware/cookie-name.ts'
import { organiserCookie } from '../middleware/organiser-cookie.ts'
import { planDays } from '../middleware/own-plan.ts'
import { saidCookie } from '../middleware/said-cookie.ts'
import type { Settings } from '../show.ts'
import { waysOf, wayTitle } from '../ui/ways.ts'
import type { Key, Say } from '../words.ts'

export type Fact = { heading: Key; lines: string[] }

/** What this installation does with what it learns of people: from its settings, and from the constants it goes by. */
export function privacyFacts(config: Settings, say: Say, listOf: (words: string[]) => string): Fact[] {
  const { mail, links, baseUrl, webmention, spamService } = config
  const ways = waysOf(config)
  const door = mailDoorOf(config)
  const server = config.faces?.server
  const hasProviders = ways.some(way => way !== 'mail')
  const host = (name: string) => cookieName({ baseUrl }, name)
  const when = (is: boolean | undefined, ...lines: string[]) => (is ? lines : [])
  const [asks, saves] = [links?.archive?.asks, links?.archive?.saves]
  const facts: Fact[] = [
    { heading: 'privacy.reading', lines: [say('privacy.reading.none'), say('privacy.reading.players')] },
    {
      heading: 'privacy.cookies',
      lines: [
        say('privacy.cookie.choice', { names: ['zone', 'awake', 'lang'].map(host).join(', ') }),
        say('privacy.cookie.plan', { name: host('plan'), days: planDays }),
        say('privacy.cookie.said', { name: host(saidCookie.name), days: saidCookie.lastsDays }),
        ...when(
          ways.length > 0,
          say('privacy.cookie.way', { name: host('daylong-way') }),
          say('privacy.cookie.visitor', {
            name: host('daylong-visitor'),
            most: longestSignInDays,
            days: keptDays.visitorSignIns,
          }),
        ),
        ...when(
          mail !== null,
          say('privacy.cookie.organiser', { name: host(organiserCookie), hours: organiserHours }),
        ),
        say('privacy.cookie.curator', { name: host(signInCookie) }),
      ],
    },
    {
      heading: 'privacy.said',
      lines: [
        say('privacy.said.public'),
        say('privacy.said.credit'),
        say('privacy.said.mail', { days: keptDays.guestMails, suggestion: suggestionRetention.senderMail }),
        say('privacy.said.network', { days: keptDays.fromKeys, suggestion: suggestionRetention.network }),
        say('privacy.said.kept', { days: keptDays.readings, spam: suggestionRetention.spam }),
        say('privacy.said.words', { days: keptDays.lessons }),
        say('privacy.said.audit', { days: keptDays.commentAudit }),
      ],
    },
    {
      heading: 'privacy.sign-in',
      lines: when(
        ways.length > 0,
        say('privacy.sign-in.with', { providers: listOf(ways.map(way => wayTitle(way, say))) }),
        ...when(hasProviders, say('privacy.sign-in.told')),
        ...when(hasProviders && config.faces?.told, say('privacy.faces.told')),
        say('privacy.sign-in.kept', { days: keptDays.visitorSignIns, visitors: keptDays.visitors }),
      ),
    },
    {
      heading: 'privacy.mail-in',
      lines: door
        ? [
            say('privacy.mail-in.read', { address: `\u2068${door.address}\u2069`, days: keptDays.readings }),
            ...when(door.isMailbox, say('privacy.mail-in.mailbox')),
            say('privacy.mail-in.kept', {
              days: keptDays.incomingMails,
              sender: suggestionRetention.senderMail,
            }),
          ]
        : [],
    },
    {
      heading: 'privacy.organiser',
      lines: when(
        mail !== null,
        say('privacy.organiser.kept', { hours: organiserHours, days: keptDays.organiserChanges }),
      ),
    },
    {
      heading: 'privacy.mail',
      lines: [
        ...when(
          mail !== null,
          say('privacy.mail.asked', { days: keptDays.unconfirmed, mails: keptDays.mails }),
        ),
        say('privacy.push'),
        say('privacy.plan', { days: keptDays.plans }),
      ],
    },
    {
      heading: 'privacy.others',
      lines: [
        ...when(links?.looks, say('privacy.others.links')),
        ...when(asks, say('privacy.others.archive')),
        ...when(saves, say('privacy.others.archive-saves')),
        ...when(
          Boolean(spamService),
          say('privacy.others.spam-service', { host: URL.parse(spamService?.address ?? '')?.host ?? '' }),
        ),
        ...(server
          ? [
              say('privacy.others.faces', {
                server: `\u2068${new URL(server).host}\u2069`,
                days: facesAskedDays,
              }),
            ]
          : []),
        ...when(webmention, say('privacy.others.webmention', { days: keptDays.mentions })),
      ],
    },
  ]
  return facts.filter(({ lines }) => lines.length > 0)
}
