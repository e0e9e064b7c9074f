import '@fontsource-variable/source-sans-3/index.css'
import '@fontsource-variable/fraunces/index.css'
import '@fontsource/patrick-hand/index.css'
import './theme.css'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { preferenceAttributes } from '#components/ui/preferences.ts'
import { Providers } from '#components/ui/providers.tsx'

export const metadata: Metadata = {
  title: { default: 'Brownpaper', template: '%s · Brownpaper' },
  description: 'A wall of brown paper that several people work on at once, for outside-in process workshops.',
  applicationName: 'Brownpaper',
  formatDetection: { telephone: false, email: false, address: false },
  referrer: 'same-origin',
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#faf5ea' },
    { media: '(prefers-color-scheme: dark)', color: '#1c1712' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const jar = await cookies()
  return (
    <html lang="en" {...preferenceAttributes(name => jar.get(name)?.value)}>
      <body className="bg-paper-50 font-ui text-base text-ink-900 antialiased">
        <Providers>{children}</Providers>
      </body>
    </html>
  )
}
