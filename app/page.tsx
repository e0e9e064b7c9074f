import { Wordmark } from '#components/ui/wordmark.tsx'

export default function Home() {
  return (
    <main className="p-8">
      <h1>
        <Wordmark />
      </h1>
    </main>
  )
}
