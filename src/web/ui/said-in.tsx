import type { FC } from 'hono/jsx'

/** An honest word where a text is told in another language than the page is in. */
export const SaidIn: FC<{ words: string | null; after?: string }> = ({ words, after = '' }) =>
  words ? (
    <>
      {' '}
      <small class="said-in">
        {after}
        {words}
      </small>
    </>
  ) : null
