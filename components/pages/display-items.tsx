'use client'
import { useEffect, useState } from 'react'
import { MenuCheck, MenuSeparator } from '#components/ui/menu.tsx'
import { prefer, preference } from '#components/ui/preferences.ts'

/** How this browser shows the product: day or night, and the type on notes. Items of a menu. */
export function DisplayItems() {
  const [theme, setTheme] = useState<'day' | 'night' | null>(null)
  const [sans, setSans] = useState(false)
  useEffect(() => {
    setTheme(preference('theme'))
    setSans(preference('notes') === 'sans')
  }, [])
  const choose = (value: 'day' | 'night' | null) => {
    prefer('theme', value)
    setTheme(value)
  }
  return (
    <>
      <MenuCheck checked={theme === null} onSelect={() => choose(null)}>
        Light as the system
      </MenuCheck>
      <MenuCheck checked={theme === 'day'} onSelect={() => choose('day')}>
        Day
      </MenuCheck>
      <MenuCheck checked={theme === 'night'} onSelect={() => choose('night')}>
        Night
      </MenuCheck>
      <MenuSeparator />
      <MenuCheck
        checked={sans}
        onSelect={() => {
          prefer('notes', sans ? null : 'sans')
          setSans(!sans)
        }}
      >
        Plain type on notes
      </MenuCheck>
    </>
  )
}
