/** The pictures of a clip, one for each frame of the film that shows it. */
export interface ClipFrames {
  /** RGBA without transparency, of the size of its box. Undefined after the last one. Written over by the next but one. */
  next(): Promise<Uint8Array | undefined>;
}
