import type { FC } from 'hono/jsx'
import { isOwner } from '../../domain/curator.ts'
import type { Block } from '../../domain/taking-part/block.ts'
import { hostsOf } from '../../domain/taking-part/links-of.ts'
import type { Queued } from '../../storage/moderation.ts'
import { dayOf } from '../../time/days.ts'
import { sayDay } from '../../time/say-time.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'
import { Field } from '../ui/field.tsx'
import { Select } from '../ui/select.tsx'
import { ShortMoment } from '../ui/short-moment.tsx'

type Props = {
  at: AtDesk
  blocks: Block[]
  /** What somebody said for which something is to be blocked. */
  of: Queued | null
  /** Where one may block: by series, and everywhere where one decides everywhere. */
  places: { value: string; label: string }[]
  typed?: { words: string; reason: string; wrong: string } | undefined
}

/** What is blocked, by whom and why; and the form that blocks. */
export const BlocksPage: FC<Props> = ({ at, blocks, of, places, typed }) => {
  const { showing } = at
  const { say, link } = showing
  return (
    <DeskPage at={at} title={say('blocks.title')}>
      <p class="crumbs">
        <a href={link(paths.deskComments())}>{say('queue.title')}</a>
      </p>
      <h1>{say('blocks.title')}</h1>
      <p class="hint">{say('blocks.lead')}</p>
      {typed ? (
        <p class="wrong" role="alert">
          {typed.wrong}
        </p>
      ) : (
        ''
      )}
      <form class="block-form" method="post" action={paths.deskBlocks()}>
        <fieldset class="field plain">
          <legend>{say('blocks.what')}</legend>
          {of ? <OfComment of={of} say={say} /> : ''}
          <label class="one-line">
            <input type="radio" name="what" value="word" checked={!of} /> {say('blocks.word')}
          </label>
          <Field label={say('blocks.words')} name="words" value={typed?.words ?? ''} maxlength={100} />
        </fieldset>
        <Field label={say('blocks.reason')} name="reason" value={typed?.reason ?? ''} maxlength={200} />
        {places.length > 1 ? <Select label={say('blocks.where')} name="series" options={places} /> : ''}
        {places.length === 1 ? <input type="hidden" name="series" value={places[0]!.value} /> : ''}
        <p class="acts">
          <button class="act strong" type="submit">
            {say('blocks.add')}
          </button>
        </p>
      </form>
      {of?.visitorId && isOwner(at.curator) ? (
        <form method="post" action={paths.deskVisitorSignIns()}>
          <input type="hidden" name="of" value={of.id} />
          <p class="acts">
            <bdi>{of.name ?? '–'}</bdi>{' '}
            <button class="act" type="submit">
              {say('person.sign-ins.end')}
            </button>
          </p>
        </form>
      ) : (
        ''
      )}
      {blocks.length === 0 ? <p class="empty">{say('blocks.none')}</p> : ''}
      <ul class="blocks">
        {blocks.map(({ id, kind, said, reason, seriesId, madeAt, madeBy, until }) => (
          <li>
            <p>
              {kind === 'word' ? (
                <q>
                  <bdi>{said}</bdi>
                </q>
              ) : (
                say(`blocks.${kind === 'account' ? 'visitor' : kind}`, { name: said })
              )}
              {seriesId ? (
                <>
                  {' · '}
                  <bdi>{places.find(({ value }) => value === seriesId)?.label ?? ''}</bdi>
                </>
              ) : (
                ''
              )}
              {until === null
                ? ''
                : ` · ${say('blocks.until')} ${sayDay(dayOf(until, showing.zone), 'short', showing.locale)}`}
            </p>
            <p class="hint">
              {reason ? (
                <>
                  <bdi>{reason}</bdi>
                  {' · '}
                </>
              ) : (
                ''
              )}
              <bdi>{madeBy}</bdi> · <ShortMoment at={madeAt} showing={showing} />
            </p>
            <form method="post" action={paths.deskBlock(id)}>
              <button class="quiet" type="submit">
                {say('blocks.remove')}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </DeskPage>
  )
}

const OfComment: FC<{ of: Queued; say: AtDesk['showing']['say'] }> = ({ of, say }) => {
  const name = of.name ?? '–'
  const who = of.visitorId ? 'visitor' : of.accountId ? 'account' : of.mailKey ? 'mail' : null
  const choices: [string, string][] = [
    ...(who
      ? [[who, say(`blocks.${who === 'account' ? 'visitor' : who}`, { name })] as [string, string]]
      : []),
    ...(of.fromKey ? [['network', say('blocks.network')] as [string, string]] : []),
    ...hostsOf(of.text, of.url)
      .slice(0, 8)
      .map((host): [string, string] => [`domain:${host}`, say('blocks.domain', { name: host })]),
  ]
  return (
    <>
      <input type="hidden" name="of" value={of.id} />
      {choices.map(([value, label], index) => (
        <label class="one-line">
          <input type="radio" name="what" value={value} checked={index === 0} /> {label}
        </label>
      ))}
    </>
  )
}
