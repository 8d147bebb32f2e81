import { parentPort } from 'node:worker_threads';
import { type Drawing, draw } from './drawing.js';
import { type DrawnMessage, packFailure } from './messages.js';

// A thread that draws one picture at a time. It holds nothing between two but the parsed fonts.

parentPort?.on('message', async (drawing: Drawing) => {
  try {
    const drawn = await draw(drawing);
    answer({ drawn }, drawn.bytes);
  } catch (error) {
    answer({ failure: packFailure(error) });
  }
});

/** The bytes move to the other side; they are not copied. */
function answer(message: DrawnMessage, bytes?: Uint8Array): void {
  const moved = bytes?.buffer instanceof ArrayBuffer ? [bytes.buffer] : [];
  parentPort?.postMessage(message, moved);
}
