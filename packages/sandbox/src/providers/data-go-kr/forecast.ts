import type { JsonRecord } from '../../json.js';
import type { AcceptedRequest } from '../../provider.js';
import { jsonResponse, type SandboxResponse } from '../../response.js';
import { seededBytes } from '../../seeded.js';
import { startOfSeoulDay, toSeoulDay } from '../../seoul-time.js';
import type { World } from '../../world.js';
import { pageOf, requireParameters, serviceError } from './gateway.js';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Published eight times a day, some ten minutes after their hour. */
const baseTimes = ['0200', '0500', '0800', '1100', '1400', '1700', '2000', '2300'];
const readyAfterMs = 10 * 60_000;
/** Older forecasts are gone. */
const keptMs = dayMs;
const reachDays = 3;
/** The grid that covers the country. */
const mostX = 149;
const mostY = 253;

const compact = (day: string) => day.replaceAll('-', '');
const dashed = (day: string) => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`;

/** The short-term forecast of the weather service: one row for each category and hour, every value a text. */
export function answerForecast({ seed }: World) {
  return ({ query, at }: AcceptedRequest): SandboxResponse => {
    requireParameters(query, ['base_date', 'base_time', 'nx', 'ny']);
    const [baseDate, baseTime] = [query.get('base_date') ?? '', query.get('base_time') ?? ''];
    const [nx, ny] = [Number(query.get('nx')), Number(query.get('ny'))];
    if (!isOnGrid(nx, ny) || !/^\d{8}$/.test(baseDate) || !baseTimes.includes(baseTime)) {
      return serviceError('10');
    }
    const base = startOfSeoulDay(dashed(baseDate)).getTime() + Number(baseTime.slice(0, 2)) * hourMs;
    const ageMs = at.getTime() - base;
    if (ageMs < readyAfterMs || ageMs > keptMs) {
      return serviceError('03');
    }
    const page = pageOf(listRows(seed, { base, baseDate, baseTime, nx, ny }), query);
    const { rows: item, ...counts } = page;
    const header = { resultCode: '00', resultMsg: 'NORMAL_SERVICE' };
    return jsonResponse(200, {
      response: { header, body: { dataType: 'JSON', items: { item }, ...counts } },
    });
  };
}

const isOnGrid = (nx: number, ny: number): boolean =>
  Number.isInteger(nx) && Number.isInteger(ny) && nx >= 1 && nx <= mostX && ny >= 1 && ny <= mostY;

interface Place {
  readonly base: number;
  readonly baseDate: string;
  readonly baseTime: string;
  readonly nx: number;
  readonly ny: number;
}

function listRows(seed: string, { base, baseDate, baseTime, nx, ny }: Place): JsonRecord[] {
  const end = startOfSeoulDay(toSeoulDay(new Date(base))).getTime() + (reachDays + 1) * dayMs;
  const rows: JsonRecord[] = [];
  for (let at = base + hourMs; at < end; at += hourMs) {
    const day = toSeoulDay(new Date(at));
    const fcstDate = compact(day);
    const fcstTime = `${String(new Date(at + 9 * hourMs).getUTCHours()).padStart(2, '0')}00`;
    for (const [category, fcstValue] of weatherOf(seed, { day, time: fcstTime, nx, ny })) {
      rows.push({ baseDate, baseTime, category, fcstDate, fcstTime, fcstValue, nx, ny });
    }
  }
  return rows;
}

interface Hour {
  readonly day: string;
  readonly time: string;
  readonly nx: number;
  readonly ny: number;
}

/** The same weather for the same place and day: cold in winter, warm in summer, and now and then rain. */
function weatherOf(seed: string, { day, time, nx, ny }: Hour): [string, string][] {
  const [wet = 0, swing = 0, wind = 0] = seededBytes(seed, 'weather', day, nx, ny);
  const hour = Number(time.slice(0, 2));
  const ofYear = (Date.parse(day) / dayMs) % 365.25;
  const mean = Math.round(12 - 14 * Math.cos((2 * Math.PI * (ofYear - 15)) / 365.25) + (swing - 128) / 40);
  const temperature = Math.round(mean + 4 * Math.sin((2 * Math.PI * (hour - 9)) / 24));
  return [
    ['TMP', String(temperature)],
    ...(wet > 190 ? fall(temperature, wet) : dry(wet)),
    ['WSD', String(1 + (wind % 5))],
    ...(time === '0600' ? [['TMN', `${mean - 4}.0`] as [string, string]] : []),
    ...(time === '1500' ? [['TMX', `${mean + 4}.0`] as [string, string]] : []),
  ];
}

function dry(wet: number): [string, string][] {
  return [
    ['SKY', wet > 120 ? '3' : '1'],
    ['PTY', '0'],
    ['POP', String(Math.floor(wet / 64) * 10)],
    ['PCP', '강수없음'],
    ['SNO', '적설없음'],
    ['REH', '50'],
  ];
}

/** Snow where it freezes, else rain. Amounts are texts. */
function fall(temperature: number, wet: number): [string, string][] {
  const snows = temperature <= 0;
  return [
    ['SKY', '4'],
    ['PTY', snows ? '3' : '1'],
    ['POP', String(60 + (wet % 4) * 10)],
    ['PCP', snows ? '강수없음' : '1.0mm'],
    ['SNO', snows ? '1.0cm' : '적설없음'],
    ['REH', '85'],
  ];
}
