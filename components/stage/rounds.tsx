'use client'
import './stage.css'
import { InboxPad } from './aside/inbox-pad.tsx'
import { PrivateNotes } from './private/private-notes.tsx'
import { RevealAnimation } from './private/reveal-animation.tsx'
import { PrivateWaiting } from './private/waiting.tsx'
import { VotingBar } from './voting/voting-bar.tsx'

/**
 * What covers the wall during private rounds and votes: the pad, notes waiting for their reveal, the reveal itself, the
 * voting layer.
 */
export const Rounds = () => (
  <>
    <PrivateNotes />
    <PrivateWaiting />
    <InboxPad />
    <VotingBar />
    <RevealAnimation />
  </>
)
