// The server writes UTC; the person reads their own clock. <time datetime data-local="time|date|datetime">. What has [data-seconds-left]
// goes when they are over, counted from the load of the page: the clock of the person's machine may be wrong.
(() => {
  const styles = {
    time: { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false },
    date: { dateStyle: "medium" },
    datetime: { dateStyle: "medium", timeStyle: "short" },
  }

  function localise(root) {
    for (const time of root.querySelectorAll("time[data-local]")) {
      const at = new Date(time.dateTime)
      if (isNaN(at)) continue
      time.textContent = new Intl.DateTimeFormat(undefined, styles[time.dataset.local]).format(at)
      time.title = time.dateTime
    }
  }

  const expire = () => {
    for (const each of document.querySelectorAll("[data-seconds-left]")) each.hidden = each.dataset.secondsLeft * 1000 < performance.now()
  }

  document.addEventListener("DOMContentLoaded", () => { localise(document); expire(); setInterval(expire, 10_000) })
  document.addEventListener("htmx:load", event => localise(event.target))
})()
