'use client'
import './stage.css'
import { InboxPad } from './aside/inbox-pad.tsx'
import { RevealArrival } from './private/arrival.tsx'
import { PrivateNotes } from './private/private-notes.tsx'
import { PrivateWaiting } from './private/waiting.tsx'
import { VotingBar } from './voting/voting-bar.tsx'

/** What lies over the wall while people write on their own: the pad, what waits for its reveal, its moment; and while they vote. */
export const Rounds = () => (
  <>
    <PrivateNotes />
    <PrivateWaiting />
    <InboxPad />
    <VotingBar />
    <RevealArrival />
  </>
)
