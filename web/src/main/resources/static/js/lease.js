// <span data-lease data-url data-seconds>: counts down what is left and renews it while the person is active, at most once a minute.
// The server says how many seconds are left; they are counted by the machine's ticks, because its clock may be wrong. Only the server's
// word ends a lease: whatever else goes wrong with a renewal is tried again.
(() => {
  const often = 60_000, soon = 120_000, again = 5_000
  let lease, timer, ends, tried = performance.now(), failed = false, active = false, asking = false

  const left = () => ends - performance.now()
  const show = selector => document.querySelectorAll(selector).forEach(it => it.hidden = false)

  function tick() {
    const seconds = Math.max(0, Math.floor(left() / 1000)), pause = failed || left() < soon ? again : often
    lease.querySelector("[data-lease-left]").textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`
    lease.classList.toggle("running-out", left() < soon)
    if (active && performance.now() - tried > pause) renew()
    else if (seconds === 0 && !active && !asking) hold(false)
  }

  async function renew() {
    const asked = tried = performance.now()
    const token = document.querySelector("input[name=_csrf]")
    active = failed = false
    asking = true
    const answer = await fetch(lease.dataset.url, { method: "POST", body: new URLSearchParams({ _csrf: token.value }) }).catch(() => null)
    const seconds = answer?.ok && !answer.redirected ? await answer.json().then(it => it.seconds, () => null) : null
    asking = false
    document.querySelectorAll("[data-session-lost]").forEach(it => it.hidden = true)
    if (seconds != null) { ends = asked + seconds * 1000; hold(true) }
    else if (answer?.redirected || [401, 403].includes(answer?.status)) show("[data-session-lost]")
    else if ([404, 409].includes(answer?.status)) { clearInterval(timer); hold(false) }
    else active = failed = true
  }

  function hold(held) {
    document.querySelectorAll("[data-lease-lost]").forEach(it => it.hidden = held)
    if (lease.dataset.lost === String(!held)) return
    lease.dataset.lost = !held
    document.dispatchEvent(new Event("lease:changed"))
  }

  document.addEventListener("DOMContentLoaded", () => {
    lease = document.querySelector("[data-lease]")
    if (!lease) return
    ends = lease.dataset.seconds * 1000
    for (const sign of ["keydown", "pointerdown", "wheel", "touchmove"]) addEventListener(sign, () => active = true, { passive: true })
    // Ticks may stand still while the machine sleeps: who comes back asks the server.
    document.addEventListener("visibilitychange", () => { if (!document.hidden) { active = true; tried -= often } })
    timer = setInterval(tick, 1000)
    tick()
  })
})()
