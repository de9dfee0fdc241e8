// <button data-dialog="guideline"> opens <dialog id="guideline">; [data-close] and a click on the veil close it.
// <form data-confirm="Pause the campaign?"> asks first, in a dialog of its own.
(() => {
  document.addEventListener("click", event => {
    const opener = event.target.closest("[data-dialog]")
    if (opener) document.getElementById(opener.dataset.dialog)?.showModal()
    if (event.target.closest("[data-close]") || event.target.matches("dialog")) event.target.closest("dialog")?.close()
  })

  document.addEventListener("submit", event => {
    const form = event.target
    if (!form.dataset.confirm || form.dataset.confirmed) return
    event.preventDefault()
    event.stopPropagation()
    ask(form.dataset.confirm, () => { form.dataset.confirmed = "yes"; form.requestSubmit(event.submitter) })
  }, true)

  function ask(question, yes) {
    const dialog = element("dialog", "dialog"), body = element("div", "dialog__body")
    const end = element("div", "row row--end"), go = element("button", "button button--primary"), stay = element("button", "button")
    const text = Object.assign(element("p"), { textContent: question, id: "confirm-question" })
    Object.assign(go, { type: "button", textContent: "Yes, do it" })
    Object.assign(stay, { type: "button", textContent: "No", autofocus: true })
    dialog.setAttribute("aria-labelledby", text.id)
    stay.dataset.close = ""
    go.onclick = () => { dialog.close(); yes() }
    dialog.onclose = () => dialog.remove()
    end.append(stay, go)
    body.append(text, end)
    dialog.append(body)
    document.body.append(dialog)
    dialog.showModal()
  }

  const element = (name, classes = "") => Object.assign(document.createElement(name), { className: classes })
})()
