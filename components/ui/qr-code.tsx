import { create } from 'qrcode'

/** Modules of white around a QR code that readers need. */
const quiet = 4

/** A text as a QR code, black on white in every theme, for phones to read off a screen. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = create(text).modules
  const dark = Array.from(data, (bit, at) => (bit ? `M${at % size} ${Math.floor(at / size)}h1v1h-1z` : ''))
  const side = size + 2 * quiet
  return (
    <svg
      viewBox={`${-quiet} ${-quiet} ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className="w-48 rounded-sm bg-white"
    >
      <path d={dark.join('')} fill="#000" />
    </svg>
  )
}
