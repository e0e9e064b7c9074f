'use client'
import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from './button.tsx'
import { copyText } from './copy-text.ts'
import { Input } from './input.tsx'

/** A link to hand on, with the button that copies it. */
export function CopyLink({ url }: { url: string }) {
  const [copied, setCopied] = useState<string | null>(null)
  const copy = async () => setCopied((await copyText(url)) ? url : null)
  return (
    <div className="flex w-full gap-2">
      <Input
        readOnly
        aria-label="Link"
        value={url}
        onFocus={event => event.target.select()}
        className="min-w-0 font-mono text-sm"
      />
      <Button variant="primary" className="h-11" onClick={() => void copy()}>
        {copied === url ? <Check aria-hidden /> : <Copy aria-hidden />}
        {copied === url ? 'Copied' : 'Copy'}
      </Button>
    </div>
  )
}
