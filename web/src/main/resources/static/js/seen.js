// <form data-see-both>: where the two answers do not stand side by side, as on a phone, nothing is saved before both were looked at.
(() => {
  const seen = new Set(), sides = ["left", "right"], enough = .6
  const answer = side => document.getElementById(`answer-${side}`)
  const row = () => document.querySelector("#answers[data-state=ready] .pair__answers")

  function look() {
    if (row()) sides.filter(side => inSight(answer(side).getBoundingClientRect())).forEach(side => seen.add(side))
    if (sides.every(side => seen.has(side))) setTimeout(say, 5000, "")
  }

  function inSight(box) {
    const across = Math.min(box.right, innerWidth) - Math.max(box.left, 0), down = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0)
    return across > enough * box.width && down > 0
  }

  const sideBySide = () => row().scrollWidth <= row().clientWidth + 1

  function say(text) {
    const place = document.querySelector("[data-see-first]")
    if (place && place.textContent !== text) place.textContent = text
  }

  function hold(event) {
    if (!event.target.matches("[data-see-both]") || !row() || sideBySide()) return
    const missing = sides.find(side => !seen.has(side))
    if (!missing) return
    event.preventDefault()
    event.stopImmediatePropagation()
    say(`Look at the ${missing} answer first.`)
    answer(missing).scrollIntoView({ block: "start", inline: "center" })
  }

  document.addEventListener("submit", hold, true)
  document.addEventListener("scroll", () => requestAnimationFrame(look), { capture: true, passive: true })
  for (const change of ["DOMContentLoaded", "htmx:afterSettle"]) document.addEventListener(change, look)
  addEventListener("resize", look)
})()
