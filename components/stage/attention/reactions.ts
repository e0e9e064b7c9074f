import { CircleQuestionMark, Heart, Laugh, type LucideIcon, PartyPopper, ThumbsDown, ThumbsUp } from 'lucide-react'
import type { reactionIds } from '#lib/protocol/signals.ts'

/** What people can show for a moment: drawn, so that it looks the same on every machine. */
export const reactions: readonly { id: (typeof reactionIds)[number]; name: string; icon: LucideIcon }[] = [
  { id: 'agree', name: 'Agree', icon: ThumbsUp },
  { id: 'love', name: 'Love it', icon: Heart },
  { id: 'applause', name: 'Applause', icon: PartyPopper },
  { id: 'laugh', name: 'Laugh', icon: Laugh },
  { id: 'unsure', name: 'Not sure', icon: CircleQuestionMark },
  { id: 'disagree', name: 'Disagree', icon: ThumbsDown },
]

export const reactionOf = (data: unknown) => reactions.find(one => one.id === data)
