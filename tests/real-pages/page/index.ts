export { redactPage } from './redact.ts';
export { reportOnPage } from './report.ts';
