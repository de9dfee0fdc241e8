// What a page does when it arrives: a sheet whose content was refused opens again ([data-open]), and the focus goes to what is wrong
// ([data-arrive]), so that it is read out.
(() => {
  document.addEventListener("DOMContentLoaded", () => {
    const sheet = document.querySelector("[popover][data-open]")
    if (sheet) return sheet.showPopover()
    document.querySelector("[data-arrive]")?.focus()
  })
})()
