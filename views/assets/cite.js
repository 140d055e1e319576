// Puts a button beside each footnote that copies it, with its italics where the clipboard takes them.
'use strict'
{
  const selected = note => {
    const range = document.createRange()
    range.selectNodeContents(note)
    const selection = getSelection()
    selection.removeAllRanges()
    selection.addRange(range)
    const copied = document.execCommand('copy')
    selection.removeAllRanges()
    return copied
  }

  const copy = async note => {
    if (!window.ClipboardItem || !navigator.clipboard?.write) return selected(note)
    const as = (type, text) => [type, new Blob([text], { type })]
    const item = new ClipboardItem(Object.fromEntries([as('text/html', note.innerHTML), as('text/plain', note.textContent)]))
    try {
      await navigator.clipboard.write([item])
      return true
    } catch {
      return selected(note)
    }
  }

  for (const note of document.querySelectorAll('.citation')) {
    const button = document.createElement('button')
    const said = document.createElement('span')
    const style = note.closest('div').querySelector('dt').textContent
    button.type = 'button'
    button.textContent = 'Copy'
    button.setAttribute('aria-label', `Copy the footnote, ${style}`)
    said.setAttribute('role', 'status')
    said.className = 'quiet'
    button.addEventListener('click', async () => {
      said.textContent = ' ' + (await copy(note) ? 'Copied.' : 'Select the text and copy it.')
    })
    note.after(button, said)
  }
}
