import { z } from 'zod';

export const peopleSchema = z.strictObject({});
