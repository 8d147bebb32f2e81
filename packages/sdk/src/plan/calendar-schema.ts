import { z } from 'zod';
import { daySchema } from '../schema/primitives.js';

/** The file of holidays and of days that move from year to year. */
export const calendarSchema = z.object({
  source: z.string(),
  date: daySchema,
  fixedHolidays: z.array(
    z.object({
      /** Month and day. */
      day: z.string(),
      name: z.string(),
      since: daySchema.optional(),
      /** Made up for on the next working day when it falls on a weekend or on another holiday. */
      substitute: z.boolean().default(false),
    }),
  ),
  years: z.array(
    z.object({
      year: z.int(),
      seollal: daySchema,
      buddha: daySchema,
      chuseok: daySchema,
      suneung: daySchema,
      boknal: z.array(daySchema),
    }),
  ),
});
export type Calendar = z.output<typeof calendarSchema>;
