import { z } from 'zod';

export const topicsSchema = z.strictObject({});
