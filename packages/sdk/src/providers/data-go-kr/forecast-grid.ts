/**
 * The weather service's own map: Lambert conformal conic, 5 km squares, counted from the south-west. Constants as
 * published with the service's guide; checked against its table for Seoul, Busan and Jeju.
 */
const earthKm = 6371.00877;
const squareKm = 5;
const origin = { lat: 38, lon: 126, x: 43, y: 136 } as const;
const parallels = { south: 30, north: 60 } as const;

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const slope = (lat: number) => Math.tan(Math.PI / 4 + radians(lat) / 2);

const { south, north } = parallels;
const cone =
  Math.log(Math.cos(radians(south)) / Math.cos(radians(north))) / Math.log(slope(north) / slope(south));
const scale = (slope(south) ** cone * Math.cos(radians(south))) / cone;
const distance = (lat: number) => ((earthKm / squareKm) * scale) / slope(lat) ** cone;

/** The square that a point lies in: Seoul's city hall is 60, 127. */
export function toGrid({ lat, lon }: { readonly lat: number; readonly lon: number }): {
  readonly nx: number;
  readonly ny: number;
} {
  const angle = radians(lon - origin.lon) * cone;
  const away = distance(lat);
  return {
    nx: Math.floor(away * Math.sin(angle) + origin.x + 0.5),
    ny: Math.floor(distance(origin.lat) - away * Math.cos(angle) + origin.y + 0.5),
  };
}
