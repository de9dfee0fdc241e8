// A key clicks the real control, which shows it: <button data-key="s">Skip <kbd>S</kbd></button>.
// data-key may name several, split by spaces; "mod+enter" works while typing too. `?` lists what the page has, and there all keys that are
// a single character can be switched off: speech input and shaky hands press them by accident (WCAG 2.1.4).
(() => {
  const off = () => { try { return localStorage.getItem("keys") === "off" } catch { return false } }
  const character = key => key.length === 1
  const typing = target => target.closest("textarea, select, [contenteditable], input:not([type=radio]):not([type=checkbox])")
  const keyOf = event => (event.ctrlKey || event.metaKey ? "mod+" : "") + event.key.toLowerCase()
  // Where the digits need the shift key, as on French keyboards, the key in their place does.
  const digitOf = event => event.shiftKey || event.ctrlKey || event.metaKey ? null : event.code.match(/^Digit([1-8])$/)?.[1]
  const reachable = control => !control.disabled && !control.closest("[inert]") && control.getClientRects().length > 0
  const dialog = () => [...document.querySelectorAll("dialog:modal")].at(-1)

  // In a [data-key-scope], such as the ratings of one answer, its own keys come first; outside of it they do not exist.
  function controlFor(key, target) {
    const root = dialog() || document, scope = target.closest("[data-key-scope]")
    const fits = it => it.dataset.key.split(" ").includes(key) && reachable(it)
    const own = scope ? [...scope.querySelectorAll("[data-key]")].find(fits) : null
    return own || [...root.querySelectorAll("[data-key]")].find(it => fits(it) && !it.closest("[data-key-scope]"))
  }

  // Enter and Space belong to the control that has the focus; our Enter must not steal a link's or a button's.
  const ownsEnter = target => target.closest("a[href], button, summary, [role=button]")

  document.addEventListener("keydown", event => {
    if (event.altKey || event.isComposing || event.defaultPrevented) return
    const key = keyOf(event)
    if (key === "escape" && typing(event.target) && !dialog()) return event.target.blur()
    if (!key.startsWith("mod+") && typing(event.target)) return
    // In a field it takes back what was typed, also when nothing is left of it.
    if (key === "mod+z" && typing(event.target)) return
    if (character(key) && off()) return
    if (key === "enter" && ownsEnter(event.target)) return
    if (key === "?" && !dialog()) return openSheet()
    const digit = digitOf(event), control = controlFor(key, event.target) || digit && controlFor(digit, event.target)
    if (!control || event.repeat) return
    event.preventDefault()
    if (control.matches("input, label, summary")) control.focus({ preventScroll: Boolean(control.closest(".dock")) })
    control.click()
  })

  function openSheet() {
    const sheet = document.querySelector("[data-keys-sheet]")
    if (!sheet) return
    const keys = [...document.querySelectorAll("[data-key]")].filter(it => reachable(it) && !it.closest("[data-key-scope]"))
    sheet.querySelector("dl").replaceChildren(...keys.flatMap(row), ...row({ dataset: { key: "?" }, ariaLabel: "This list" }))
    sheet.showModal()
  }

  function row(control) {
    const what = document.createElement("dt"), how = document.createElement("dd")
    const text = control.dataset.keyLabel || control.ariaLabel || (control.labels?.[0] || control).textContent
    const shown = control.dataset.key.split(" ")[0].replace("mod+", "Ctrl ")
    what.textContent = text.replace(new RegExp(`\\s+${shown}\\s*$`, "i"), "").trim()
    how.append(Object.assign(document.createElement("kbd"), { textContent: shown.replace(/\b\w/g, it => it.toUpperCase()) }))
    return [what, how]
  }

  const mark = () => document.documentElement.dataset.keys = off() ? "off" : "on"

  document.addEventListener("click", event => { if (event.target.closest("[data-keys-open]")) openSheet() })
  document.addEventListener("change", event => {
    if (!event.target.matches("[data-keys-switch]")) return
    try { localStorage.setItem("keys", event.target.checked ? "on" : "off") } catch { /* private window: they stay on */ }
    mark()
  })
  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll("[data-keys-switch]").forEach(it => it.checked = !off()))
  mark()
})()
