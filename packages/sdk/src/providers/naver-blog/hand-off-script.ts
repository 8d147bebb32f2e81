/** Runs in the browser of whoever places the post. Holds no text of a campaign, so its hash never changes. */
export const handOffScript = `
'use strict';
const said = document.getElementById('said');

for (const button of document.querySelectorAll('button[data-copies]')) {
  button.hidden = false;
  button.addEventListener('click', () => copy(document.getElementById(button.dataset.copies), button));
}

async function copy(source, button) {
  try {
    await navigator.clipboard.write([toItem(source)]);
    said.textContent = '복사했습니다. 블로그에 붙여 넣으세요.';
  } catch {
    getSelection().selectAllChildren(source);
    said.textContent = '선택해 두었습니다. Ctrl+C(맥은 ⌘C)를 눌러 복사하세요.';
  }
  button.parentElement.after(said);
}

function toItem(source) {
  const plain = { 'text/plain': new Blob([source.innerText.trim()], { type: 'text/plain' }) };
  if (source.id !== 'body') return new ClipboardItem(plain);
  return new ClipboardItem({ ...plain, 'text/html': new Blob([source.innerHTML], { type: 'text/html' }) });
}
`;
