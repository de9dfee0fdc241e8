// <span data-lease data-url data-expires>: counts down what is left and renews it while the person is active, at most once a minute.
(() => {
  const often = 60_000, soon = 120_000
  let lease, renewed = Date.now(), active = false

  const left = () => new Date(lease.dataset.expires) - Date.now()
  const show = selector => document.querySelectorAll(selector).forEach(it => it.hidden = false)

  function tick() {
    const seconds = Math.max(0, Math.floor(left() / 1000))
    lease.querySelector("[data-lease-left]").textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`
    lease.classList.toggle("running-out", left() < soon)
    if (active && (Date.now() - renewed > often || left() < soon)) renew()
    if (seconds === 0) lose()
  }

  async function renew() {
    active = false
    renewed = Date.now()
    const token = document.querySelector("input[name=_csrf]")
    const answer = await fetch(lease.dataset.url, { method: "POST", body: new URLSearchParams({ _csrf: token.value }) }).catch(() => null)
    if (!answer) return
    if (answer.redirected || [401, 403].includes(answer.status)) return show("[data-session-lost]")
    if (!answer.ok) return lose()
    lease.dataset.expires = (await answer.json()).at
  }

  function lose() {
    clearInterval(timer)
    show("[data-lease-lost]")
    document.querySelectorAll("[data-needs-lease]").forEach(it => it.disabled = true)
  }

  let timer
  document.addEventListener("DOMContentLoaded", () => {
    lease = document.querySelector("[data-lease]")
    if (!lease) return
    for (const sign of ["keydown", "pointerdown", "wheel", "touchmove"]) addEventListener(sign, () => active = true, { passive: true })
    timer = setInterval(tick, 1000)
    tick()
  })
})()
