import 'react'

/** Styles may set CSS variables: `style={{ '--fill': paper.fill }}`. */
declare module 'react' {
  interface CSSProperties {
    [variable: `--${string}`]: string | number | undefined
  }
}
