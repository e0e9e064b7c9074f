'use client'
import './stage.css'
import { Arrival } from './arrival.tsx'
import { PrivateNotes } from './private-notes.tsx'
import { PrivateWaiting } from './private-waiting.tsx'

/** What lies over the wall while people write on their own: the pad, what waits for its reveal, and its moment. */
export const Rounds = () => (
  <>
    <PrivateNotes />
    <PrivateWaiting />
    <Arrival />
  </>
)
