import { expect, it } from 'vitest';
import { ko } from '../messages/ko.js';
import { createJsonOutput } from './json-output.js';
import { createPlainSpinner } from './spinner.js';
import { createTerminalOutput } from './terminal-output.js';

function createOutput() {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const shown: string[] = [];
  const writeNote = (text: string) => void stderr.push(text);
  const spinner = { ...createPlainSpinner(writeNote), show: (text: string) => void shown.push(text) };
  const writeResult = (text: string) => void stdout.push(text);
  return {
    output: createTerminalOutput({ writeResult, writeNote, spinner, messages: ko }),
    stdout,
    stderr,
    shown,
  };
}

const runId = 'run-1';

it('shows the stages of a task one after another, each with what it dealt with', async () => {
  const { output, stderr, shown } = createOutput();

  await output.task('이벤트를 진행하는 중', async () => {
    output.progress({ type: 'stage:start', runId, stage: 'distribute' });
    output.progress({ type: 'stage:item', runId, stage: 'distribute', item: 'instagram', state: 'prepared' });
    output.progress({
      type: 'stage:item',
      runId,
      stage: 'distribute',
      item: 'ringo_biz',
      state: 'failed',
      note: '연결 안 됨',
    });
    output.progress({ type: 'stage:item', runId, stage: 'distribute', item: 'genie_tv', state: 'submitted' });
    output.progress({ type: 'stage:end', runId, stage: 'distribute', durationMs: 1_240 });
  });

  expect(shown.slice(0, 2)).toEqual(['이벤트를 진행하는 중', '배포']);
  expect(stderr).toEqual(['✔ 배포 (1.2초)\n  ✔ 인스타그램\n  ✖ 링고비즈  연결 안 됨\n  … 지니TV  접수됨\n']);
});

it('marks the stage that failed and passes the failure on', async () => {
  const { output, stderr } = createOutput();

  const attempt = output.task('기획안을 만드는 중', async () => {
    output.progress({ type: 'stage:start', runId, stage: 'plan' });
    throw new Error('broken');
  });

  await expect(attempt).rejects.toThrow('broken');
  expect(stderr).toEqual(['✖ 기획\n']);
});

it('keeps stdout for the result', async () => {
  const { output, stdout } = createOutput();

  await output.task('일', async () => undefined);
  output.note('한마디');
  output.result(3, (value) => `값 ${value}`);

  expect(stdout).toEqual(['값 3\n']);
});

it('lets no text move the cursor', () => {
  const { output, stdout } = createOutput();

  output.result('\u001b[2J\u009b31m\u202e가짜\r나', (text) => text);

  expect(stdout).toEqual(['[2J31m가짜나\n']);
});

it('gives programs one document and nothing else', async () => {
  const stdout: string[] = [];
  const output = createJsonOutput((text) => void stdout.push(text));

  await output.task('일', async () => undefined);
  output.note('한마디');
  output.result(undefined, () => '');

  expect(stdout).toEqual(['null\n']);
});
