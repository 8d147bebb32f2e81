/** An order the KT stand-in takes. */
export function ktOrder(overrides: object = {}): object {
  return {
    channel: 'WOORIDONGNE_TV',
    reference: 'campaign-1',
    advertiser: { businessNo: '1248100998', name: '비오는날칼국수', contact: '0212345678' },
    creative: {
      kind: 'image',
      url: 'http://127.0.0.1:9/spot.png',
      sha256: 'ab'.repeat(32),
      mediaType: 'image/png',
      width: 1920,
      height: 1080,
    },
    targeting: { regionCodes: ['1168010100'], timeBands: ['PRIME'] },
    schedule: { startDate: '2026-12-01', endDate: '2026-12-14', spotsPerDay: 20 },
    ...overrides,
  };
}
