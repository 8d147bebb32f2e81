import type { Industry } from '../schema/primitives.js';

/** The large illustration of each trade. */
export const emojiOf: Readonly<Record<Industry, string>> = {
  cafe: '☕',
  restaurant: '🍜',
  salon: '💇',
  gym: '💪',
  academy: '📚',
  convenience: '🛒',
  florist: '💐',
  bakery: '🥐',
  apparel: '👕',
  nail: '💅',
  clinic: '🏥',
  pet: '🐶',
};
