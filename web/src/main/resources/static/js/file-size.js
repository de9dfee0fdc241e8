// <input type="file" data-largest="64"> says at once when a file has more than so many megabytes, before it is sent.
(() => {
  for (const field of document.querySelectorAll("input[type=file][data-largest]")) {
    field.addEventListener("change", () => {
      const large = [...field.files].some((file) => file.size > field.dataset.largest * 1024 * 1024)
      field.setCustomValidity(large ? `This file is larger than ${field.dataset.largest} MB. Split it and send the parts.` : "")
      field.reportValidity()
    })
  }
})()
