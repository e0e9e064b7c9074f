'use client'
import './stage.css'
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
    <div className="contents [&>*:not(:first-child)]:hidden">
      <LateNotes />
      <PrivateWaiting />
      <VotingBar />
    </div>
    <RevealAnimation />
  </>
)
