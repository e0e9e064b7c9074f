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

/** Two soft tones, a fifth apart. Silent where the browser allows no sound yet, or it is switched off. */
export function playChime(): void {
  if (!chime.get() || typeof AudioContext === 'undefined') return
  const audio = new AudioContext()
  const tone = (hertz: number, at: number) => {
    const [wave, volume] = [audio.createOscillator(), audio.createGain()]
    wave.frequency.value = hertz
    volume.gain.setValueAtTime(0, at)
    volume.gain.linearRampToValueAtTime(0.12, at + 0.04)
    volume.gain.exponentialRampToValueAtTime(0.0001, at + 1.4)
    wave.connect(volume).connect(audio.destination)
    wave.start(at)
    wave.stop(at + 1.5)
  }
  tone(523.25, audio.currentTime)
  tone(783.99, audio.currentTime + 0.28)
  setTimeout(() => void audio.close(), 2_500)
}

function stored(): boolean {
  try {
    return localStorage.getItem(key) !== 'off'
  } catch {
    return true
  }
}
