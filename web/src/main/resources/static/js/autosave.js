// <form data-draft-key data-draft-url data-draft-server>: every key press is kept on this device at once and, where there is an address,
// on the server a moment later; it comes back after a reload, a lost session or on another device, to whoever wrote it
// (<meta name="person">). The key names the turn or the version, so that nothing old comes back. What was saved for good
// (<meta name="settled">), what is left by [data-draft-forget], and everything at sign-out is removed from the device.
(() => {
  const everybodys = "draft:"
  const mine = () => everybodys + (document.querySelector("meta[name=person]")?.content ?? "nobody") + "/"
  // What a browser still sends while the page goes away; a longer body would be refused outright.
  const mostWhileLeaving = 60_000
  let timer

  function attempt(action) { try { return action() } catch { return null } }

  const store = {
    get: key => attempt(() => JSON.parse(localStorage.getItem(mine() + key))),
    set: (key, draft) => attempt(() => { localStorage.setItem(mine() + key, JSON.stringify(draft)); return true }) === true,
    forget: (which, whose = mine()) => attempt(() => Object.keys(localStorage)
      .filter(it => it.startsWith(whose) && which(it.slice(whose.length))).forEach(it => localStorage.removeItem(it))),
  }

  const ofUse = field => field.name && !["hidden", "submit", "button", "file", "password"].includes(field.type)
  const begins = (key, owner) => key === owner || key.startsWith(owner + ":")

  function read(form) {
    const fields = {}
    for (const { name, type, value, checked } of [...form.elements].filter(ofUse)) {
      if (type === "checkbox") (fields[name] ??= []).push(...checked ? [value] : [])
      else if (type !== "radio" || checked) fields[name] = value
    }
    return { key: form.dataset.draftKey, of: form.elements.version?.value, at: Date.now(), fields }
  }

  // A copy that the server has is never newer than the server's; one that never got there may be.
  function newest(here, there) {
    if (!here || !there) return here || there
    return !here.sent && here.at > (there.at || 0) ? here : there
  }

  function restore(form) {
    const key = form.dataset.draftKey, ofThis = draft => draft?.key === key ? draft : null
    const draft = newest(ofThis(store.get(key)), ofThis(attempt(() => JSON.parse(form.dataset.draftServer))))
    if (!draft || !write(form, draft.fields)) return
    // Saved as a change of what it was made from: if somebody changed that meanwhile, the server says so and nothing is overwritten.
    if (draft.of !== undefined && form.elements.version) form.elements.version.value = draft.of
    form.dispatchEvent(new CustomEvent("draft:restored", { bubbles: true }))
    document.querySelectorAll("[data-draft-put-back]").forEach(it => it.hidden = false)
  }

  function write(form, kept) {
    let changed = false
    for (const field of [...form.elements].filter(ofUse)) {
      const value = kept[field.name], was = [field.value, field.checked].join()
      if (value === undefined) continue
      if (field.type === "checkbox") field.checked = value.includes(field.value)
      else if (field.type === "radio") field.checked = field.value === value
      else field.value = value
      changed ||= was !== [field.value, field.checked].join()
    }
    return changed
  }

  async function send(form) {
    const draft = read(form), key = form.dataset.draftKey, here = store.set(key, draft)
    const there = form.dataset.draftUrl && await post(form, draft)
    // Unless the person has written on meanwhile.
    if (there && store.get(key)?.at === draft.at) store.set(key, { ...draft, sent: true })
    if (there) form.dataset.draftServer = JSON.stringify(draft)
    const time = new Date().toLocaleTimeString(undefined, { hour12: false })
    if (there) say(`Draft kept ${time}`)
    else say(here ? "Draft kept on this device" : "The draft could not be kept. Copy what you write before you leave.")
  }

  async function post(form, draft) {
    const body = new URLSearchParams({ _csrf: form.elements._csrf.value, content: JSON.stringify(draft) })
    const keepalive = body.toString().length < mostWhileLeaving
    const answer = await fetch(form.dataset.draftUrl, { method: "POST", body, keepalive }).catch(() => null)
    return answer?.ok && !answer.redirected
  }

  const say = text => document.querySelectorAll("[data-draft-state]").forEach(it => it.textContent = text)
  const forms = () => document.querySelectorAll("form[data-draft-key]")
  const settled = () => document.querySelector("meta[name=settled]")?.content

  document.addEventListener("input", event => {
    const form = event.target.form
    if (!form?.dataset.draftKey) return
    store.set(form.dataset.draftKey, read(form))
    clearTimeout(timer)
    timer = setTimeout(send, 800, form)
  })
  document.addEventListener("submit", event => {
    clearTimeout(timer)
    if (event.target.matches("[data-forget-drafts]")) store.forget(() => true, everybodys)
  })
  document.addEventListener("click", event => {
    const forget = event.target.closest("[data-draft-forget]")
    if (!forget) return
    clearTimeout(timer)
    store.forget(key => key === forget.dataset.draftForget)
  })
  document.addEventListener("DOMContentLoaded", () => {
    const present = [...forms()].map(it => it.dataset.draftKey), owners = present.map(it => it.split(":")[0])
    if (settled()) owners.push(settled())
    store.forget(key => owners.some(it => begins(key, it)) && (settled() === key || !present.includes(key)))
    forms().forEach(restore)
  })
  document.addEventListener("htmx:afterSettle", () => forms().forEach(restore))
})()
