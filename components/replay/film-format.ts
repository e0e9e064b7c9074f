/** How a film is written: what the recorder is asked for, and the ending of the file's name. */
export interface FilmFormat {
  mimeType: string
  ending: 'webm' | 'mp4'
}

/**
 * In the order in which they are preferred. The older codec first: it takes half of the work, and a frame that is not
 * encoded in time is left out. Safari before 18.4 writes MP4 alone.
 */
const formats: readonly FilmFormat[] = [
  { mimeType: 'video/webm;codecs=vp8', ending: 'webm' },
  { mimeType: 'video/webm;codecs=vp9', ending: 'webm' },
  { mimeType: 'video/webm', ending: 'webm' },
  { mimeType: 'video/mp4;codecs=avc1.42E01F', ending: 'mp4' },
  { mimeType: 'video/mp4', ending: 'mp4' },
]

/** Returns how this browser can write films; null when it cannot. */
export function filmFormat(): FilmFormat | null {
  if (typeof MediaRecorder === 'undefined' || !('captureStream' in HTMLCanvasElement.prototype)) return null
  return formats.find(({ mimeType }) => MediaRecorder.isTypeSupported(mimeType)) ?? null
}
