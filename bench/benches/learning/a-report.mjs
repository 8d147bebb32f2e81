/** What a campaign with this concept comes to under the rates of its weather, as the product's report tells it. */
export function aReport(concept, { brief, weather, knowledge, random, at }) {
  const places = concept.reach.map(({ channel, people }) => {
    const opened = binomial(people, weather.response[channel] / 100, random);
    return { place: channel, opened, entered: binomial(opened, weather.landing[channel] / 100, random) };
  });
  const weekly = knowledge.industries.find(({ id }) => id === brief.store.industry).weeklyVisits;
  const noticed = Math.round((weekly * 14 * knowledge.media.exposurePct.mid) / 700);
  const inStore = binomial(noticed, weather.entry[concept.method.inStore] / 100, random);
  const accepted = inStore + places.reduce((sum, { entered }) => sum + entered, 0);
  return {
    schemaVersion: 1,
    campaignId: 'cmp-000000000000',
    mode: 'live',
    rehearsal: false,
    at,
    entries: { accepted, duplicates: 0, refused: 0, visitors: 0, marketingConsents: 0 },
    places,
    days: [],
    winners: {
      winners: concept.winners,
      reserves: concept.reserves,
      notified: concept.winners,
      unreached: 0,
    },
    redeemed: { taken: 8, of: 10 },
    channels: [],
  };
}

/** Exact for few, normal for many. */
function binomial(n, p, random) {
  if (n <= 100) return Array.from({ length: n }, random).filter((value) => value < p).length;
  const deviation = Math.sqrt(n * p * (1 - p));
  const gauss = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.min(n, Math.max(0, Math.round(n * p + deviation * gauss)));
}
