import { z } from 'zod';

export const organisationsSchema = z.strictObject({});
