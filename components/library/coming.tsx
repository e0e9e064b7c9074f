/** A placeholder of the page, shown when loading takes longer than a moment. */
export function Coming() {
  return (
    <div className="mx-auto max-w-[84rem] animate-late px-4 pt-20 sm:px-10" role="status">
      <p className="sr-only">Loading</p>
      <div className="h-11 rounded-md bg-paper-100" />
      <div className="mt-20 grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
        {['a', 'b', 'c', 'd', 'e', 'f'].map(key => (
          <div key={key} className="aspect-[4/3] rounded-md bg-paper-100" />
        ))}
      </div>
    </div>
  )
}
