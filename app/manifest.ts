import type { MetadataRoute } from 'next'

export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'Brownpaper',
    short_name: 'Brownpaper',
    description: 'A wall of brown paper that several people work on at once.',
    start_url: '/',
    display: 'standalone',
    background_color: '#d3b58b',
    theme_color: '#faf5ea',
    icons: [{ src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' }],
  }
}
