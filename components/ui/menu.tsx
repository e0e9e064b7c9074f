'use client'
import { cx } from 'class-variance-authority'
import { Check, ChevronDown, ChevronRight, ChevronUp } from 'lucide-react'
import { ContextMenu as Context, DropdownMenu as Dropdown } from 'radix-ui'
import { createContext, type ReactElement, type ReactNode, useContext, useState } from 'react'
import { Kbd } from './kbd.tsx'
import { isPhone } from './phone.ts'
import { toast } from './toast.tsx'

/** Items are written once and work in a menu and in a context menu: the surrounding one says which family they are. */
const Family = createContext<typeof Dropdown | typeof Context>(Dropdown)

const surface =
  'z-50 max-h-[min(38rem,var(--radix-popper-available-height))] min-w-48 animate-fade overflow-y-auto rounded-md border border-line bg-paper-0 p-1 text-ink-900 text-sm shadow-pop'
const item =
  'flex min-h-8 cursor-default select-none items-center gap-2.5 rounded-sm px-2.5 outline-none touch:min-h-11 data-[highlighted]:bg-paper-100 aria-disabled:text-ink-500 aria-disabled:opacity-70 [&_svg]:size-4 [&_svg]:shrink-0'

/** A menu that a button opens. */
export function Menu({
  trigger,
  align = 'start',
  side,
  label,
  onOpen,
  onClosed,
  children,
}: {
  trigger: ReactElement
  align?: 'start' | 'center' | 'end'
  side?: 'top' | 'right' | 'bottom' | 'left'
  /** The menu's name, where the trigger does not give it. */
  label?: string
  onOpen?: () => void
  /** Sees to the focus, which else goes back to the trigger. */
  onClosed?: () => void
  children: ReactNode
}) {
  return (
    <Dropdown.Root modal={false} onOpenChange={open => open && onOpen?.()}>
      <Dropdown.Trigger asChild>{trigger}</Dropdown.Trigger>
      <Dropdown.Portal>
        <Dropdown.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className={surface}
          {...(side ? { side } : {})}
          {...(label ? { 'aria-label': label } : {})}
          onCloseAutoFocus={event => {
            if (!onClosed) return
            event.preventDefault()
            onClosed()
          }}
        >
          <Family value={Dropdown}>{children}</Family>
        </Dropdown.Content>
      </Dropdown.Portal>
    </Dropdown.Root>
  )
}

/** The same items where something is pressed with the right button, or long. */
export function ContextMenu({
  target,
  onClosed,
  children,
}: {
  target: ReactElement
  /** Sees to the focus, which would else go back to where it was before. */
  onClosed: () => void
  children: ReactNode
}) {
  return (
    <Context.Root modal={false}>
      <Context.Trigger asChild>{target}</Context.Trigger>
      <Context.Portal>
        <Context.Content
          collisionPadding={8}
          className={surface}
          onCloseAutoFocus={event => {
            event.preventDefault()
            onClosed()
          }}
        >
          <Family value={Context}>{children}</Family>
        </Context.Content>
      </Context.Portal>
    </Context.Root>
  )
}

interface ItemProps {
  icon?: ReactNode
  shortcut?: string | undefined
  disabled?: boolean | undefined
  /** Why it cannot be chosen, or what it does. */
  title?: string | undefined
  danger?: boolean
  onSelect: (event: Event) => void
  children: ReactNode
}

/** An item that is refused for a reason can be chosen to hear it: a finger and a key see no `title`. */
function choosing({ disabled, title, onSelect }: Pick<ItemProps, 'disabled' | 'title' | 'onSelect'>) {
  if (!disabled || !title) return { disabled: disabled ?? false, title, onSelect }
  return { 'aria-disabled': true, 'aria-description': title, title, onSelect: () => void toast({ text: title }) }
}

export function MenuItem({ icon, shortcut, disabled = false, title, danger, onSelect, children }: ItemProps) {
  const { Item } = useContext(Family)
  return (
    <Item className={cx(item, danger && 'text-danger')} {...choosing({ disabled, title, onSelect })}>
      {icon}
      <span className="flex-1">{children}</span>
      {shortcut && <KeyHint keys={shortcut} />}
    </Item>
  )
}

/** An item that is on or off. */
export function MenuCheck({ checked, ...rest }: Omit<ItemProps, 'danger' | 'icon'> & { checked: boolean }) {
  const { CheckboxItem, ItemIndicator } = useContext(Family)
  const { shortcut, disabled = false, title, onSelect, children } = rest
  return (
    <CheckboxItem className={cx(item, 'pl-8')} checked={checked} {...choosing({ disabled, title, onSelect })}>
      <ItemIndicator className="absolute -ml-6">
        <Check />
      </ItemIndicator>
      <span className="flex-1">{children}</span>
      {shortcut && <KeyHint keys={shortcut} />}
    </CheckboxItem>
  )
}

/** Keys are of no use to a finger. */
const KeyHint = ({ keys }: { keys: string }) => (
  <span className="touch:hidden">
    <Kbd keys={keys} />
  </span>
)

/** More items, beside; on a phone, where there is no room beside, below their name. */
export function MenuSub(props: { icon?: ReactNode; label: string; children: ReactNode }) {
  return isPhone() ? <MenuFold {...props} /> : <MenuBeside {...props} />
}

function MenuFold({ icon, label, children }: Parameters<typeof MenuSub>[0]) {
  const { Item, Group } = useContext(Family)
  const [open, setOpen] = useState(false)
  const toggle = (event: Event) => {
    event.preventDefault()
    setOpen(!open)
  }
  return (
    <>
      <Item className={item} aria-expanded={open} onSelect={toggle}>
        {icon}
        <span className="flex-1">{label}</span>
        {open ? <ChevronUp /> : <ChevronDown />}
      </Item>
      {open && (
        <Group aria-label={label} className="pl-4">
          {children}
        </Group>
      )}
    </>
  )
}

function MenuBeside({ icon, label, children }: Parameters<typeof MenuSub>[0]) {
  const { Sub, SubTrigger, SubContent, Portal } = useContext(Family)
  return (
    <Sub>
      <SubTrigger className={item}>
        {icon}
        <span className="flex-1">{label}</span>
        <ChevronRight />
      </SubTrigger>
      <Portal>
        <SubContent className={surface} collisionPadding={8}>
          {children}
        </SubContent>
      </Portal>
    </Sub>
  )
}

export function MenuLabel({ children }: { children: ReactNode }) {
  const { Label } = useContext(Family)
  return <Label className="px-2.5 pt-2 pb-1 text-ink-500 text-xs">{children}</Label>
}

export function MenuSeparator() {
  const { Separator } = useContext(Family)
  return <Separator className="my-1 h-px bg-line" />
}
