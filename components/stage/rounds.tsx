'use client'
import './stage.css'
import { LateNotes } from './private/late-notes.tsx'
import { RevealAnimation } from './private/reveal-animation.tsx'
import { PrivateWaiting } from './private/waiting.tsx'
import { VotingBar } from './voting/voting-bar.tsx'

/**
 * What passes over the wall during private rounds and votes: notes that came too late, notes waiting for their reveal,
 * the reveal itself, the state of a vote.
 */
export const Rounds = () => (
  <>
    <LateNotes />
    <PrivateWaiting />
    <VotingBar />
    <RevealAnimation />
  </>
)
