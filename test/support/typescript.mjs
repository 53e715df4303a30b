// Lets Node run the TypeScript sources as they are, and tests import what Jest gives from where its types are.
import { register } from 'node:module';
import './told-early.mjs';

register('./typescript-hooks.mjs', import.meta.url);
