/** The program of a child: every reader, and nothing else of the product. */
import { readFile, renderPage } from '../read-file.js';
import { serve } from './serve.js';

serve({ read: readFile, renderPage });
