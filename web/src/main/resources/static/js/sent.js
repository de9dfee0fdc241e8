// A form is sent once: a second press while the first is under way does nothing. The button keeps its name and value and can be pressed
// again after a while, so that nobody is stuck when the server did not answer.
(() => {
  const patience = 10_000

  document.addEventListener("submit", event => {
    const form = event.target
    if (event.defaultPrevented || form.method === "dialog") return
    if (form.dataset.sent) return event.preventDefault()
    form.dataset.sent = "yes"
    event.submitter?.setAttribute("aria-disabled", "true")
    setTimeout(release, patience, form)
  })

  function release(form) {
    delete form.dataset.sent
    for (const button of form.elements) if (button.type === "submit") button.removeAttribute("aria-disabled")
  }

  // Back from the next page, which may have been kept as it was left.
  addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(release))
})()
