/** So many lines each way over the crop: thirds to compose by, or a fine grid to straighten by. */
export function CropGrid({ lines }: { lines: number }) {
  const places = Array.from({ length: lines }, (_, index) => `${((index + 1) * 100) / (lines + 1)}%`)
  return (
    <div aria-hidden className="absolute inset-0 opacity-60 mix-blend-difference">
      {places.map((place) => (
        <div key={`across ${place}`} className="absolute inset-x-0 h-px bg-white/70" style={{ top: place }} />
      ))}
      {places.map((place) => (
        <div key={`down ${place}`} className="absolute inset-y-0 w-px bg-white/70" style={{ left: place }} />
      ))}
    </div>
  )
}
