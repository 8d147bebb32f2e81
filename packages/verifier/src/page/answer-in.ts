import { element } from './element.js';
import { noAnswer } from './fetch-json.js';

/**
 * Answers one question at a time. While an answer is on its way nothing of the one before it stands in its place: on a
 * phone that is handed around that one was about somebody else.
 */
export async function answerIn(
  place: Element,
  button: HTMLButtonElement,
  answer: () => Promise<void>,
): Promise<void> {
  button.disabled = true;
  place.replaceChildren(element('p', {}, '확인하고 있습니다.'));
  try {
    await answer();
  } catch (error) {
    place.replaceChildren(noAnswer(error));
  } finally {
    button.disabled = false;
  }
}
