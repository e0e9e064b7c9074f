import type { ReactNode } from 'react'
import { CopyLink } from './copy-link.tsx'
import { QrCode } from './qr-code.tsx'

/** A link that was just made and is shown once: to copy, and as a QR code, with what to know about it. */
export const MadeLink = ({ url, qrLabel, children }: { url: string; qrLabel: string; children: ReactNode }) => (
  <div className="grid justify-items-center gap-3">
    <CopyLink url={url} />
    <QrCode text={url} label={qrLabel} />
    <p className="text-center text-ink-500 text-xs">{children}</p>
  </div>
)
