// Makes what browsers get of the verifier: one script for the server, one page for offline use.
import { mkdirSync, writeFileSync } from 'node:fs';
import { bundle } from '../packages/verifier/dist/bundle/bundle.js';

const folder = new URL('../packages/verifier/dist/browser/', import.meta.url);
const { script, page } = bundle();
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('verify.js', folder), script);
writeFileSync(new URL('verify.html', folder), page);
