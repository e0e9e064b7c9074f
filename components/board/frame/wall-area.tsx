'use client'

/** The wall itself with what lies over it. */
export function WallArea() {
  return <div className="kraft absolute inset-0" />
}
