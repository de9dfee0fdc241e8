// <form data-draft-key data-draft-url data-draft-server>: every key press is kept on this device at once and on the server a moment
// later, and comes back after a reload, a lost session or on another device. The key names the turn, so that nothing old comes back.
(() => {
  const prefix = "draft:"
  const store = { get: key => attempt(() => localStorage.getItem(prefix + key)), set: (key, text) => attempt(() => localStorage.setItem(prefix + key, text)) }
  let timer

  function attempt(action) { try { return action() } catch { return null } }

  const ofUse = field => field.name && !["hidden", "submit", "button", "file"].includes(field.type)
  const picks = field => ["radio", "checkbox"].includes(field.type)

  function read(form) {
    const fields = {}
    for (const field of form.elements) if (ofUse(field) && (!picks(field) || field.checked)) fields[field.name] = field.value
    return JSON.stringify({ key: form.dataset.draftKey, fields })
  }

  function restore(form) {
    const here = store.get(form.dataset.draftKey), draft = attempt(() => JSON.parse(here || form.dataset.draftServer))
    if (draft?.key !== form.dataset.draftKey) return
    for (const field of form.elements) {
      const kept = ofUse(field) ? draft.fields[field.name] : undefined
      if (kept === undefined) continue
      if (picks(field)) field.checked = field.value === kept
      else field.value = kept
    }
    form.dispatchEvent(new CustomEvent("draft:restored", { bubbles: true }))
  }

  function forgetOthersOf(form) {
    const [task] = form.dataset.draftKey.split(":")
    attempt(() => Object.keys(localStorage).filter(it => it.startsWith(prefix + task) && it !== prefix + form.dataset.draftKey)
      .forEach(it => localStorage.removeItem(it)))
  }

  async function send(form) {
    if (!form.dataset.draftUrl) return
    const body = new URLSearchParams({ _csrf: form.elements._csrf.value, content: read(form) })
    const answer = await fetch(form.dataset.draftUrl, { method: "POST", body, keepalive: true }).catch(() => null)
    const time = new Date().toLocaleTimeString(undefined, { hour12: false })
    say(answer?.ok && !answer.redirected ? `Draft kept ${time}` : "Draft kept on this device")
  }

  const say = text => document.querySelectorAll("[data-draft-state]").forEach(it => it.textContent = text)

  document.addEventListener("input", event => {
    const form = event.target.form
    if (!form?.dataset.draftKey) return
    store.set(form.dataset.draftKey, read(form))
    clearTimeout(timer)
    timer = setTimeout(send, 800, form)
  })
  const forms = () => document.querySelectorAll("form[data-draft-key]")
  document.addEventListener("DOMContentLoaded", () => forms().forEach(form => { forgetOthersOf(form); restore(form) }))
  document.addEventListener("htmx:afterSettle", () => forms().forEach(restore))
  document.addEventListener("submit", () => clearTimeout(timer))
})()
