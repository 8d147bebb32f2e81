// Asks programs that share no code with us what they see: `node scripts/check-pictures.mjs RESULT.json`.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const { campaign, creatives } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const failures = [];

for (const { kind, path, channel } of creatives) {
  const file = join(campaign.folder, path);
  if (path.endsWith('.pdf')) checkPdf(file);
  else if (kind === 'poster') checkQr(file);
  else if (kind === 'image') checkImage(file, channel);
  else if (kind === 'audio') checkSound(file);
  else if (kind === 'video') checkFilm(file);
}
for (const failure of failures) process.stderr.write(`✖ ${failure}\n`);
process.stdout.write(`${creatives.length} creatives looked at, ${failures.length} problems\n`);
process.exit(failures.length === 0 ? 0 : 1);

function checkPdf(file) {
  const text = ask('pdftotext', ['-layout', file, '-']);
  expect(text.includes(campaign.name.split(' ').at(-1)), `${file} does not say ${campaign.name}`);
  const fonts = ask('pdffonts', [file]);
  expect(/Pretendard.*yes/.test(fonts), `${file} does not embed its font`);
  ask('pdftoppm', ['-r', '150', '-png', '-singlefile', file, file]);
  checkQr(`${file}.png`);
}

/** As it is, and as a messenger passes it on: at two fifths of its size, a poor JPEG. */
function checkQr(file) {
  const small = `${file}.small.jpg`;
  ask('ffmpeg', ['-v', 'error', '-y', '-i', file, '-vf', 'scale=iw*0.4:-1', '-q:v', '8', small]);
  for (const each of [file, small]) {
    const address = ask('zbarimg', ['--quiet', '--raw', each]).trim();
    expect(address.includes(`/e/${campaign.slug}`), `the QR code of ${each} says "${address}"`);
  }
}

/** A screen on a wall carries a code; a post is read on the phone that would scan it. */
function checkImage(file, channel) {
  checkSize(file);
  if (channel.endsWith('_tv')) checkQr(file);
}

function checkSize(file) {
  const [width, height] = probe(file, 'stream=width,height').map(Number);
  expect(width >= 800 && height >= 400, `${file} is ${width}×${height}`);
}

/** As a screen takes it, with a code at its end that leads to the entry page. */
function checkFilm(file) {
  const [codec, width, height, rate, seconds] = probe(
    file,
    'stream=codec_name,width,height,avg_frame_rate,duration',
  );
  const size = [width, height]
    .map(Number)
    .sort((a, b) => a - b)
    .join('×');
  const fits = codec === 'h264' && size === '1080×1920' && rate === '30/1' && Number(seconds) === 15;
  expect(fits, `${file} is ${codec}, ${size}, ${rate}, ${seconds} s`);
  for (const second of [10.5, 11.5, 12.5, 13.5, 14.5, 14.9]) {
    const frame = `${file}.${second}.png`;
    ask('ffmpeg', ['-v', 'error', '-y', '-ss', String(second), '-i', file, '-frames:v', '1', frame]);
    checkQr(frame);
  }
}

/** As a telephone line takes it. */
function checkSound(file) {
  const [codec, hertz, channels, seconds] = probe(file, 'stream=codec_name,sample_rate,channels,duration');
  const fits = codec === 'pcm_s16le' && hertz === '8000' && channels === '1';
  expect(
    fits && seconds >= 20 && seconds <= 40,
    `${file} is ${codec}, ${hertz} Hz × ${channels}, ${seconds} s`,
  );
}

function probe(file, entries) {
  return ask('ffprobe', ['-v', 'error', '-show_entries', entries, '-of', 'csv=p=0', file]).trim().split(',');
}

function ask(command, args) {
  const { status, stdout, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (error) throw error;
  return status === 0 ? stdout : '';
}

function expect(holds, failure) {
  if (!holds) failures.push(failure);
}
