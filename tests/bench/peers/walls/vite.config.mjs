import { defineConfig } from 'vite'

export default defineConfig({
  define: { 'process.env.IS_PREACT': '"false"' },
  build: {
    outDir: 'node_modules/.walls',
    emptyOutDir: true,
    rollupOptions: { input: ['tldraw.html', 'excalidraw.html'] },
    chunkSizeWarningLimit: 20_000,
  },
})
