import { z } from 'zod';

export const petitionSchema = z.strictObject({});
