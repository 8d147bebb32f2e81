type Child = Node | string | undefined;

/** Makes an element. Text stays text: nothing here reads markup, so nothing in a file can become a part of the page. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** Takes effect after the browser has shown what there is. */
export const shown = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** A link that saves a value as a file, without a server. */
export function download(name: string, label: string, value: unknown): HTMLAnchorElement {
  const file = new Blob([`${JSON.stringify(value, null, 2)}\n`], { type: 'application/json' });
  return element('a', { href: URL.createObjectURL(file), download: name }, label);
}
