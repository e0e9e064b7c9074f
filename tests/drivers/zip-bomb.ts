import { deflateRawSync } from 'node:zlib'
import { zipSync } from 'fflate'

/** A zip of these parts and of one that inflates to `size` bytes of blanks, and says that it has a kilobyte or `says`. */
export function zipBomb(parts: Record<string, Uint8Array>, name: string, size: number, says = 1024): Uint8Array {
  const squeezed = new Uint8Array(deflateRawSync(Buffer.alloc(size, ' '), { level: 1 }))
  const zip = zipSync({ ...parts, [name]: squeezed }, { level: 0 })
  const view = new DataView(zip.buffer, zip.byteOffset, zip.length)
  // The headers of a part, before its bytes and at the end of the zip: signature, then where they keep method and sizes.
  const headers = [
    { signature: 0x04034b50, method: 8, packed: 18, size: 22 },
    { signature: 0x02014b50, method: 10, packed: 20, size: 24 },
  ]
  for (let at = 0; at < zip.length - 46; at += 1)
    for (const header of headers)
      if (
        view.getUint32(at, true) === header.signature &&
        view.getUint32(at + header.packed, true) === squeezed.length
      ) {
        view.setUint16(at + header.method, 8, true)
        view.setUint32(at + header.size, says, true)
      }
  return zip
}
