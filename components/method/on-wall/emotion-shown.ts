import { ValueStore } from '#components/ui/store.ts'

const key = 'brownpaper.emotion'

function stored(): boolean {
  try {
    return localStorage.getItem(key) !== 'off'
  } catch {
    return true
  }
}

/** Whether the emotion curve is drawn on the wall: a person's choice, kept in this browser. */
class Shown extends ValueStore<boolean> {
  /** Drawn in an activity that is about it, whatever the person chose; afterwards as they chose. */
  follow(needed: boolean): void {
    this.set(needed || stored())
  }
  toggle(): void {
    this.set(!this.get())
    try {
      localStorage.setItem(key, this.get() ? 'on' : 'off')
    } catch {
      // Without storage it is drawn again next time.
    }
  }
}
export const emotionShown = new Shown(stored())
