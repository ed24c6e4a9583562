/** How many calls an hour the plan allows (support.atlassian.com, Rovo MCP server usage limits). */

export type Plan = 'free' | 'standard' | 'premium' | 'enterprise';

const FREE = 500;
const BASE = 1_000;
const PER_USER = 20;
const MOST = 10_000;

/** Calls an hour. `users` counts only on Premium and Enterprise; 0 when not known gives the least that applies. */
export function hourlyLimit(plan: Plan, users = 0): number {
  if (plan === 'free') return FREE;
  if (plan === 'standard') return BASE;
  return Math.min(BASE + PER_USER * Math.max(0, Math.floor(users)), MOST);
}
