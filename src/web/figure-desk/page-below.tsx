import type { Child, FC } from 'hono/jsx'
import type { Figure } from '../../domain/figure.ts'
import type { AtDesk } from '../middleware/at-desk.ts'
import { paths } from '../paths.ts'
import { DeskPage } from '../ui/desk-page.tsx'

type Props = {
  at: AtDesk
  figure: Figure
  title: string
  lead: string
  wrong: string | null
  children?: Child
}

/** A page below that of a figure: the way back, what it is for, and what was wrong with what was sent. */
export const PageBelow: FC<Props> = ({ at, figure, title, lead, wrong, children }) => {
  const { say, link } = at.showing
  return (
    <DeskPage at={at} title={`${title} · ${figure.name}`}>
      <p class="crumbs">
        <a href={link(paths.deskFigures())}>{say('figures.title')}</a>
        {' · '}
        <a href={link(paths.deskFigure(figure.slug))}>
          <bdi>{figure.name}</bdi>
        </a>
      </p>
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      {wrong ? (
        <p class="wrong" role="alert">
          {wrong}
        </p>
      ) : (
        ''
      )}
      {children}
    </DeskPage>
  )
}
