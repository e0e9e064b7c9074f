import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { copyText } from '#components/ui/copy-text.ts'

/** Codes that are told once. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const [copied, setCopied] = useState(false)
  return (
    <div className="grid gap-3">
      <p>
        Keep these where your phone is not: on paper, or in a password manager. Each lets you in once, without the app.
        They are not shown again.
      </p>
      <ul aria-label="Recovery codes" className="grid grid-cols-2 gap-x-4 gap-y-1 font-mono text-sm max-sm:grid-cols-1">
        {codes.map(code => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div>
        <Button onClick={() => void copyText(codes.join('\n')).then(setCopied)}>
          {copied ? 'Copied' : 'Copy all'}
        </Button>
      </div>
    </div>
  )
}
