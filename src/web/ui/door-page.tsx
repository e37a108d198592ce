import type { Child, FC } from 'hono/jsx'
import type { Assets } from '../assets.ts'
import { Page } from './page.tsx'
import type { Showing } from './showing.ts'

type Props = {
  showing: Showing
  assets: Assets
  title: string
  /** Path and query of this page, to come back to. */
  here: string
  children?: Child
}

/** The document around pages on which somebody comes in: one thing to do, and nothing else to look at. */
export const DoorPage: FC<Props> = ({ showing, assets, title, here, children }) => (
  <Page showing={showing} assets={assets} title={`${title} · Daylong`} canonical={null} here={here} desk>
    <div class="desk door">
      <h1>{title}</h1>
      {children}
    </div>
  </Page>
)

/** What was wrong, said before everything else. */
export const Wrong: FC<{ children?: Child }> = ({ children }) => (
  <p class="wrong" role="alert">
    {children}
  </p>
)
