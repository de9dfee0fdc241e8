// What is left: saving waits for both answers and for the lease, the impossible safety answer cannot be sent, R goes to what is not rated
// yet.
(() => {
  const all = selector => [...document.querySelectorAll(selector)]

  function settle() {
    const ready = document.getElementById("answers")?.dataset.state === "ready"
    const lost = document.querySelector("[data-lease]")?.dataset.lost === "true"
    all("[data-when-ready], [data-needs-lease]").forEach(it =>
      it.disabled = !ready && it.matches("[data-when-ready]") || lost && it.matches("[data-needs-lease]"))
    const said = document.querySelector("[data-said]"), chosen = document.querySelector("[name=choice]:checked")
    if (said) said.textContent = chosen ? chosen.dataset.keyLabel : "Not chosen yet"
    const impossible = document.querySelector("[name=safety][value=other-safe]")
    impossible?.setCustomValidity(impossible.checked ? "The safer answer counts as the better one. Choose that one, or another of these." : "")
  }

  function rateNext() {
    const groups = all(".likert"), open = groups.find(it => !it.querySelector(":checked"))
    const next = open || document.querySelector(".scale")
    const field = next.querySelector(":checked") || next.querySelector("input")
    next.scrollIntoView({ block: "center", inline: "center" })
    field.focus({ preventScroll: true })
  }

  document.addEventListener("change", settle)
  document.addEventListener("draft:restored", settle)
  document.addEventListener("lease:changed", settle)
  document.addEventListener("htmx:afterSettle", settle)
  document.addEventListener("DOMContentLoaded", () => {
    settle()
    // What is to be judged now, not what was said an hour ago; but a word to the person comes first.
    const word = document.querySelector("[data-arrive], [data-draft-put-back]:not([hidden])")
    if (document.getElementById("answers") && !word) all(".conversation .turn").at(-1)?.scrollIntoView({ block: "start" })
  })
  document.addEventListener("click", event => {
    if (event.target.closest("[data-rate]")) rateNext()
    const clear = event.target.closest("[data-clear]")
    if (!clear) return
    const field = document.getElementById(clear.dataset.clear)
    field.value = ""
    field.dispatchEvent(new Event("input", { bubbles: true }))
    field.focus()
  })
})()
