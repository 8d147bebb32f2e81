/** Looks at a clip before it is shown. */
export interface ClipInspector {
  /**
   * @param mp4 - As it came from outside.
   * @throws ProviderError `PROVIDER_004` when it is too short or shows nothing; what the program it asks ended with
   */
  inspect(mp4: Uint8Array, signal?: AbortSignal): Promise<void>;
}
