// <button data-copy="link" hidden> copies the text of the element with that id. Hidden without JavaScript: the text can be selected.
(() => {
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = !navigator.clipboard
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim())
      button.querySelector("span").textContent = "Copied"
    })
  }
})()
