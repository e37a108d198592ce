import type { FC } from 'hono/jsx'
import type { Assets } from '../assets.ts'
import { paths } from '../paths.ts'
import { DoorPage, Wrong } from '../ui/door-page.tsx'
import { Field } from '../ui/field.tsx'
import type { Showing } from '../ui/showing.ts'

type Props = {
  showing: Showing
  assets: Assets
  back: string
  refused?: 'wrong' | 'over' | 'locked'
}

/** The second factor, after a password or a link. */
export const CodePage: FC<Props> = ({ showing, assets, back, refused }) => {
  const { say, link } = showing
  return (
    <DoorPage showing={showing} assets={assets} title={say('code.title')} here={paths.signInCode(back)}>
      {refused === 'over' || refused === 'locked' ? (
        <>
          <Wrong>{say(`code.${refused}`)}</Wrong>
          <p class="acts">
            <a class="act" href={link(paths.signIn(back))}>
              {say('sign-in.title')}
            </a>
          </p>
        </>
      ) : (
        <>
          <p class="lead">{say('code.lead')}</p>
          <form method="post" action={showing.link(paths.signInCode())}>
            <input type="hidden" name="back" value={back} />
            <Field
              label={say('field.code')}
              name="code"
              hint={say('field.code.hint')}
              wrong={refused && say('code.wrong')}
              autocomplete="one-time-code"
              required
              autofocus
            />
            <p class="acts">
              <button class="act strong" type="submit">
                {say('sign-in.do')}
              </button>
            </p>
          </form>
        </>
      )}
    </DoorPage>
  )
}
