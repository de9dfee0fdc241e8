// Loaded before the first paint, so that nobody's screen flashes white: the person's own choice beats the machine's.
(() => {
  const root = document.documentElement
  const chosen = () => { try { return localStorage.getItem("theme") || "" } catch { return "" } }
  const show = theme => theme ? root.dataset.theme = theme : delete root.dataset.theme

  root.dataset.js = ""
  show(chosen())

  document.addEventListener("DOMContentLoaded", () => {
    const radio = document.querySelector(`[data-theme-switch] [value="${chosen()}"]`)
    if (radio) radio.checked = true
  })
  document.addEventListener("change", event => {
    if (!event.target.closest("[data-theme-switch]")) return
    try { localStorage.setItem("theme", event.target.value) } catch { /* private window: it holds for this page */ }
    show(event.target.value)
  })
  addEventListener("storage", event => { if (event.key === "theme") show(event.newValue) })
})()
