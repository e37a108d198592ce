import type { Hono } from 'hono'
import { isRole, mayGrant } from '../../domain/curator.ts'
import { isMailAddress } from '../../domain/mail.ts'
import { Refusal } from '../../domain/refusal.ts'
import { invite, inviteAgain, type Sent, withdrawInvitation } from '../../services/people/invite.ts'
import type { Invitation } from '../../storage/invitations.ts'
import { atDesk } from '../middleware/at-desk.ts'
import { inviting, refuse, theCurator } from '../middleware/curator.ts'
import { goDone } from '../middleware/done.ts'
import { fieldsOf, refuseLongForms, refuseOtherSites } from '../middleware/forms.ts'
import { paths } from '../paths.ts'
import { type Env, type Parts, readerOf, type Visit } from '../show.ts'
import { sayRole } from '../ui/role-words.ts'
import { sendOnce } from '../ui/send.tsx'
import { showingOf } from '../ui/showing.ts'
import { knownPeople } from './known-people.ts'
import { PeoplePage } from './people-page.tsx'

/** Invites by mail, again, or not after all. */
export function invitationsOf(room: Hono<Env>, parts: Parts): void {
  const { config, store, now } = parts
  const form = [refuseOtherSites(config), refuseLongForms, inviting(parts)] as const

  room.post(paths.deskInvitations(), ...form, async c => {
    const { email = '', role = '', series = '' } = await fieldsOf(c)
    const curator = await theCurator(c)
    const offered = {
      role: isRole(role) ? role : ('contributor' as const),
      seriesId: role === 'owner' ? null : series || null,
    }
    const known = await knownPeople(curator, parts)
    const isThere = offered.seriesId === null || known.series.some(({ id }) => id === offered.seriesId)
    if (!isThere || !mayGrant(curator, offered)) return refuse(c, parts)
    const { say } = showingOf(readerOf(c, parts), 'UTC')
    const filled = { email, role, series }
    if (!isMailAddress(email.trim())) return show(c, { filled, wrong: say('fault.field.email') })
    try {
      const told = { email, ...offered, at: now() }
      return show(c, { sent: withLink(await invite(store, curator, told, writeFor(c))) })
    } catch (error) {
      if (error instanceof Refusal && error.key === 'invitations-many')
        return show(c, { filled, wrong: say('invitation.many') })
      throw error
    }
  })

  room.post(paths.deskInvitationSent(':id'), ...form, async c => {
    const told = { id: c.req.param('id')!, at: now() }
    const curator = await theCurator(c)
    if (!(await isTheirs(c, told.id))) return c.redirect(paths.deskPeople(), 303)
    const sent = await inviteAgain(store, curator, told, writeFor(c))
    return sent ? show(c, { sent: withLink(sent) }) : c.redirect(paths.deskPeople(), 303)
  })

  room.post(paths.deskInvitationWithdrawn(':id'), ...form, async c => {
    const told = { id: c.req.param('id')!, at: now() }
    if (!(await isTheirs(c, told.id))) return c.redirect(paths.deskPeople(), 303)
    await withdrawInvitation(store, await theCurator(c), told)
    return goDone(c, config, paths.deskPeople(), { act: 'invitation-withdrawn' })
  })

  /** Invitations somebody may not know of are to them as if they were not there. */
  async function isTheirs(c: Visit, id: string): Promise<boolean> {
    const { invitations } = await knownPeople(await theCurator(c), parts)
    return invitations.some(each => each.id === id)
  }

  function writeFor(c: Visit) {
    const { say } = showingOf(readerOf(c, parts), 'UTC')
    const host = new URL(config.baseUrl).host
    return (invitation: Invitation, token: string) => ({
      subject: say('mail.invitation.subject', { host }),
      text: say('mail.invitation.text', {
        name: invitation.by?.name ?? '',
        host,
        role: sayRole(say, invitation.role, invitation.series?.title ?? null),
        link: linkOf(token),
      }),
    })
  }

  function withLink(sent: Sent) {
    return { ...sent, link: linkOf(sent.token) }
  }

  function linkOf(token: string): string {
    return config.baseUrl + paths.invitation(token)
  }

  async function show(
    c: Visit,
    told: Pick<Parameters<typeof PeoplePage>[0], 'sent' | 'filled' | 'wrong'>,
  ): Promise<Response> {
    const at = await atDesk(c, parts, 'UTC', paths.deskPeople())
    const known = await knownPeople(at.curator, parts)
    return sendOnce(
      c,
      parts,
      <PeoplePage at={at} known={known} hasMailServer={config.mail !== null} {...told} />,
      told.wrong ? 422 : 200,
    )
  }
}
