import type { Child, FC } from 'hono/jsx'
import { languages } from '../words.ts'
import type { Showing } from './showing.ts'

/**
 * What of a page is others at a later revision, for the script that has the rest: at the address of the page with
 * `since=`. `told`: how many things readers are told of meanwhile.
 */
export const Patch: FC<{
  title: string
  revision: number
  told: number
  showing: Showing
  children?: Child
}> = ({ title, revision, told, showing: { say, language }, children }) => (
  <html lang={languages[language].tag}>
    <head>
      <title>{title}</title>
      <meta name="robots" content="noindex" />
    </head>
    <body>
      <main
        data-revision={revision}
        data-fresh={say('live.fresh', { count: told })}
        data-told={told > 0 ? say('live.told', { count: told }) : undefined}
      >
        {children}
      </main>
    </body>
  </html>
)
