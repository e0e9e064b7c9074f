import { ValueStore } from '#components/ui/store.ts'

const key = 'brownpaper.chime'

class Chime extends ValueStore<boolean> {
  choose(on: boolean): void {
    this.set(on)
    try {
      localStorage.setItem(key, on ? 'on' : 'off')
    } catch {
      // Without storage it is on again next time.
    }
  }
}

/** Whether this browser plays a soft sound when the time is up. */
export const chime = new Chime(stored())

/** Made once and kept: a browser that wants a gesture before it sounds lets this one sound from then on, and no other. */
let audio: AudioContext | null = null
let playing = 0

/** ms that sound may take to start; later it would tell of nothing. */
const patience = 500

/** What counts as a gesture for sound in all browsers; a finger that goes down does not. */
const gestures = ['pointerup', 'touchend', 'click', 'keydown'] as const

/**
 * Prepares the sound at the person's next gesture: at the end of a timer there is none. Returns a function that stops
 * waiting for one.
 */
export function readyChime(page: EventTarget): () => void {
  const stop = () => {
    for (const type of gestures) page.removeEventListener(type, ready)
  }
  const ready = () => {
    if (typeof AudioContext === 'undefined') return stop()
    audio ??= new AudioContext()
    const context = audio
    void context.resume().then(() => {
      if (context.state !== 'running') return
      stop()
      rest(context)
    }, ignored)
  }
  for (const type of gestures) page.addEventListener(type, ready, { passive: true })
  return stop
}

/** Two soft tones, a fifth apart. Silent where the browser allows no sound yet, or it is switched off. */
export async function playChime(): Promise<void> {
  if (!chime.get() || typeof AudioContext === 'undefined') return
  audio ??= new AudioContext()
  const context = audio
  playing += 1
  try {
    // A phone call, or a page that was away, leaves it interrupted. Where it is not allowed the promise stays open.
    await Promise.race([context.resume().catch(ignored), new Promise(resolve => setTimeout(resolve, patience))])
    if (context.state !== 'running') return
    const tone = (hertz: number, at: number) => {
      const [wave, volume] = [context.createOscillator(), context.createGain()]
      wave.frequency.value = hertz
      volume.gain.setValueAtTime(0, at)
      volume.gain.linearRampToValueAtTime(0.12, at + 0.04)
      volume.gain.exponentialRampToValueAtTime(0.0001, at + 1.4)
      wave.connect(volume).connect(context.destination)
      wave.start(at)
      wave.stop(at + 1.5)
    }
    tone(523.25, context.currentTime)
    tone(783.99, context.currentTime + 0.28)
  } finally {
    setTimeout(() => {
      playing -= 1
      rest(context)
    }, 2_500)
  }
}

/** Sound that is ready and not used costs a phone its battery. */
function rest(context: AudioContext): void {
  if (playing === 0) void context.suspend().catch(ignored)
}

const ignored = () => {}

function stored(): boolean {
  try {
    return localStorage.getItem(key) !== 'off'
  } catch {
    return true
  }
}
