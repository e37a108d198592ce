import type { FC } from 'hono/jsx'
import { Field } from '../ui/field.tsx'
import type { Showing } from '../ui/showing.ts'
import type { OwnAccount } from './own-account.ts'

type Props = { account: OwnAccount; wrong?: string | undefined; showing: Showing }

/** Whoever has a password says it again; a browser that keeps it is told whose it is. */
export const PasswordAsked: FC<Props> = ({ account: { hasPassword, curator }, wrong, showing: { say } }) =>
  hasPassword ? (
    <>
      <input type="hidden" name="email" value={curator.email} autocomplete="username" />
      <Field
        label={say('field.password')}
        name="password"
        type="password"
        wrong={wrong}
        autocomplete="current-password"
        required
      />
    </>
  ) : wrong ? (
    <p class="wrong" role="alert">
      {wrong}
    </p>
  ) : null
