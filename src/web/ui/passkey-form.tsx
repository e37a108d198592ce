import type { FC } from 'hono/jsx'
import type { Key } from '../words.ts'
import type { Showing } from './showing.ts'

type Props = {
  showing: Showing
  /** `get` asks for a passkey, `create` makes one. */
  does: 'get' | 'create'
  action: string
  /** Where the script asks what to ask the browser for. */
  options: string
  label: Key
  back?: string
  isStrong?: boolean
}

/** Passkeys need a script: where it does not run, or the browser knows none, nothing is shown. */
export const PasskeyForm: FC<Props> = ({ showing, does, action, options, label, back, isStrong }) => (
  <form
    method="post"
    action={showing.link(action)}
    data-passkey={does}
    data-options={options}
    data-failed={showing.say('passkey.failed')}
    data-elsewhere={showing.say('passkey.elsewhere')}
    hidden
  >
    {back === undefined ? '' : <input type="hidden" name="back" value={back} />}
    <input type="hidden" name="passkey" value="" />
    <button class={isStrong ? 'act strong' : 'act'} type="submit">
      {showing.say(label)}
    </button>
    <p class="wrong" role="alert" />
  </form>
)
