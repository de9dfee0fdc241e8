// #answers[data-stream]: both answers as they are written, plain text while it flows. When the server says that the turn is done, the
// finished pair is fetched as HTML. A broken stream reconnects by itself and begins with all the text there is.
(() => {
  const waiting = { left: "", right: "" }
  let drawing = false

  const at = (name, side) => document.querySelector(`#answers [data-${name}="${side}"]`)
  const announce = text => document.getElementById("announce").textContent = text
  const state = text => document.querySelectorAll("[data-stream-state]").forEach(it => it.textContent = text)

  function follow(pair) {
    const source = new EventSource(pair.dataset.stream)
    source.addEventListener("text", event => add(JSON.parse(event.data)))
    source.addEventListener("state", () => { source.close(); finish(pair) })
    source.addEventListener("open", () => state("Both answers are being written."))
    source.addEventListener("error", () => {
      if (source.readyState !== EventSource.CLOSED) return state("The connection was lost. Trying again; nothing is lost.")
      state("The connection ended. Looking again.")
      setTimeout(finish, 3000, pair)
    })
    addEventListener("pagehide", () => source.close())
  }

  function add({ side, text, replaces }) {
    if (replaces) { waiting[side] = ""; at("side", side).textContent = "" }
    waiting[side] += text
    at("live", side).textContent = replaces && !text ? "waiting for the first word" : "still writing"
    if (!drawing) requestAnimationFrame(draw)
    drawing = true
  }

  function draw() {
    drawing = false
    for (const side of ["left", "right"]) {
      if (waiting[side]) at("side", side)?.append(waiting[side])
      waiting[side] = ""
    }
  }

  async function finish(pair) {
    const across = pair.querySelector(".pair__answers")?.scrollLeft
    // A connection that is refused just now is tried again below.
    await htmx.ajax("GET", pair.dataset.fragment, { target: "#answers", swap: "outerHTML" }).catch(() => {})
    const now = document.getElementById("answers")
    if (now === pair) return setTimeout(finish, 3000, pair)
    now.querySelector(".pair__answers")?.scrollTo(across, 0)
    switch (now.dataset.state) {
      case "ready": return announce("Both answers are there.")
      case "failed": return announce("The answers could not be written.")
      case "generating": return follow(now)
      // It ended meanwhile, by its time or in another window: then all of the page is about something else.
      default: location.reload()
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    const pair = document.getElementById("answers")
    if (pair?.dataset.stream) follow(pair)
  })
})()
