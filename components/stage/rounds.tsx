'use client'
import './stage.css'
import type { ReactNode } from 'react'
import { useFrame } from '#components/workspace/frame-state.ts'
import { LateNotes } from './private/late-notes.tsx'
import { RevealAnimation } from './private/reveal-animation.tsx'
import { PrivateWaiting } from './private/waiting.tsx'
import { VotingBar } from './voting/voting-bar.tsx'

/**
 * What passes over the wall during private rounds and votes, one thing at a time: notes that came too late, notes that
 * wait for their reveal, the state of a vote. And the reveal itself.
 */
export const Rounds = () => (
  <>
    <OneAtATime>
      <LateNotes />
      <PrivateWaiting />
      <VotingBar />
    </OneAtATime>
    <RevealAnimation />
  </>
)

/** The first of its children that is there; none while the card of the activity lies unfolded. */
function OneAtATime({ children }: { children: ReactNode }) {
  const { card } = useFrame()
  return (
    <div hidden={card !== null} className={card === null ? 'contents [&>*:not(:first-child)]:hidden' : ''}>
      {children}
    </div>
  )
}
