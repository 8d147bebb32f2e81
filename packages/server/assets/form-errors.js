// Says what was refused where the page of the server would say it: first thing in the form, and beside each field.

/**
 * @param {HTMLFormElement} form
 * @param {{ title: string, text: string, fields: Record<string, string> }} told
 */
export function showErrors(form, { title, text, fields }) {
  const heading = element('h2', title);
  const list = document.createElement('ul');
  for (const [name, sentence] of Object.entries(fields)) {
    const link = Object.assign(element('a', sentence), { href: `#${name}` });
    const item = document.createElement('li');
    item.append(link);
    list.append(item);
    const error = document.getElementById(`${name}-error`);
    if (error) Object.assign(error, { textContent: sentence, hidden: false });
    const input = form.elements.namedItem(name);
    if (input instanceof HTMLInputElement) input.setAttribute('aria-invalid', 'true');
  }
  const summary = document.getElementById('errors');
  if (!summary) return;
  summary.replaceChildren(heading, element('p', text), ...(list.children.length > 0 ? [list] : []));
  summary.setAttribute('role', 'alert');
  summary.hidden = false;
  summary.focus();
}

/** @param {HTMLFormElement} form */
export function clearErrors(form) {
  const summary = document.getElementById('errors');
  if (summary) summary.hidden = true;
  for (const error of form.querySelectorAll('.error'))
    Object.assign(error, { textContent: '', hidden: true });
  for (const input of form.querySelectorAll('[aria-invalid]')) input.removeAttribute('aria-invalid');
}

/**
 * @param {string} tag
 * @param {string} text
 */
function element(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}
