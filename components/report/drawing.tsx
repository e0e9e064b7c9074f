import './drawing.css'

/** Around a drawing that is shown in the theme's colours. */
export const drawnWall = 'drawn-wall [&>svg]:block'

/** A wall as it was drawn, in the size of its box. */
export const Drawing = ({ svg, className = '' }: { svg: string; className?: string }) => (
  <div
    className={`${drawnWall} [&>svg]:h-auto [&>svg]:w-full ${className}`}
    // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by lib/export/svg.ts, in which whatever people wrote is text.
    dangerouslySetInnerHTML={{ __html: svg }}
  />
)
