import { framesPerSecond } from '../../render/film/film-format.js';

/**
 * How ffmpeg reads a clip from outside: an MP4 and nothing else, from its standard input, which it must be able to go back
 * in; never an address or another file that the clip names. Its sound is left behind. Colours of which the clip does not say
 * what they mean are BT.709's, as players take them; ffmpeg itself would take those of old television.
 */
export function clipArguments(filter: string, frames: number, pixels: 'gray' | 'rgba'): string[] {
  const from =
    '-v error -nostdin -protocol_whitelist cache,pipe -f mov -colorspace bt709 -i cache:pipe:0 -map 0:v:0';
  const picture = `-vf fps=${framesPerSecond},${filter} -frames:v ${frames}`;
  return `${from} ${picture} -f rawvideo -pix_fmt ${pixels} pipe:1`.split(' ');
}
