// <aside class="drawer" popover="manual" tabindex="-1">: it stays open while the person works beside it. Opening moves the focus into it,
// so that the arrow keys scroll it; Escape closes it and gives the focus back.
(() => {
  const from = new WeakMap()
  const open = () => document.querySelector(".drawer:popover-open")
  // Escape belongs to whatever lies above the drawer first.
  const above = () => document.querySelector("dialog:modal, [popover]:popover-open:not(.drawer)")

  document.addEventListener("beforetoggle", event => {
    if (event.target.matches(".drawer") && event.newState === "open") from.set(event.target, document.activeElement)
  }, true)
  document.addEventListener("toggle", event => {
    const drawer = event.target
    if (!drawer.matches(".drawer")) return
    if (event.newState === "open") return drawer.focus()
    if (drawer.contains(document.activeElement) || document.activeElement === document.body) from.get(drawer)?.focus()
  }, true)
  document.addEventListener("keydown", event => {
    const drawer = open()
    if (event.key !== "Escape" || !drawer || above() || event.target.matches("textarea, input:not([type=radio]):not([type=checkbox])")) return
    const inside = drawer.contains(document.activeElement)
    drawer.hidePopover()
    if (inside) from.get(drawer)?.focus()
  })
})()
