import { z } from 'zod';

export const placesSchema = z.strictObject({});
