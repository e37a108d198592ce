import type { FC } from 'hono/jsx'
import type { Assets } from '../assets.ts'
import { proofFields } from '../middleware/proof.ts'
import { paths } from '../paths.ts'
import type { Showing } from './showing.ts'

type Props = {
  showing: Showing
  assets: Assets
  /** Of `openForm`, where the page is made for one; a page that is kept for everybody has none. */
  opened?: string | null
}

/**
 * Inside a form that strangers send: a field that people do not see, and room for what script works out once the form
 * is touched. Without script they stay empty, and what was written waits for a curator.
 */
export const ProofFields: FC<Props> = ({ showing, assets, opened }) => (
  <div
    class="trap"
    data-proof={assets.proof ? paths.proof() : undefined}
    data-worker={assets.proof?.worker}
    data-keep="no"
  >
    <label>
      {showing.say('proof.leave-empty')}
      <input type="text" name={proofFields.trap} value="" autocomplete="off" tabindex={-1} data-keep="no" />
    </label>
    <input type="hidden" name={proofFields.opened} value={opened ?? ''} data-keep="no" />
    <input type="hidden" name={proofFields.work} value="" data-keep="no" />
    {assets.proof ? <script type="module" src={assets.proof.script} /> : ''}
  </div>
)
