/** The `no`th of ten million mobile numbers of a range that belongs to nobody. */
const phoneOf = (no) => `0100${String(no).padStart(7, '0')}`;

/**
 * `count` requests: nine of ten from a person of their own, one of ten for a phone that somebody else uses as well, in
 * another request. In random order.
 */
export function aCrowd(count, random) {
  const unique = Math.round(count * 0.9);
  const requests = Array.from({ length: count }, (_, no) => {
    const person = no < unique ? no : Math.floor(random() * unique);
    return {
      person: `person ${person}`,
      key: `key-${String(no).padStart(16, '0')}`,
      body: JSON.stringify({ name: '김응모', phone: phoneOf(person), consent: true, overFourteen: true }),
    };
  });
  return shuffle(requests, random);
}

/** What names a person by the stored phone. */
export function personOf(e164) {
  return `person ${Number(e164.slice(-7))}`;
}

function shuffle(values, random) {
  const shuffled = [...values];
  for (let place = shuffled.length - 1; place > 0; place -= 1) {
    const other = Math.floor(random() * (place + 1));
    [shuffled[place], shuffled[other]] = [shuffled[other], shuffled[place]];
  }
  return shuffled;
}
