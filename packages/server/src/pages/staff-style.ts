import { html } from './html.js';

/** The style of what only staff and holders of a coupon open: other visitors need not load it. */
export const staffStyle = html`<link rel="stylesheet" href="/assets/staff.css">`;
