import { COMMERCIAL, consoleHost } from '../catalogue/clouds.ts';
import type { Caller } from '../messages/gate.ts';
import type { Permit } from '../messages/handle.ts';
import type { MessageName } from '../messages/map.ts';
import { type Failure, fail } from '../messages/reply.ts';
import {
  allows,
  allowsOrganization,
  type FeatureName,
  type Policy,
  type SourceSwitch,
} from '../store/policy/shape.ts';
import { say } from '../words/say.ts';
import type { BackgroundPorts } from './ports.ts';
import { settingsInForce } from './settings-in-force.ts';

/** What the organization's policy and the admin's grants refuse, before any handler runs. */

const OTHER_ORGANIZATION = fail('policy-organization', say('failure_policyOrganization'));
const OTHER_CLOUD = fail('other-cloud', say('failure_otherCloud'));
const WITHHELD = fail('host-withheld', say('failure_notInjected'));
const SWITCHED_OFF = fail('policy-off', say('failure_policyOff'));

type Switch = FeatureName | SourceSwitch;

/** Messages that belong to one feature or source, whoever sends them. */
const BELONGS_TO: Partial<Record<MessageName, Switch>> = {
  'register/get': 'register',
  'register/merge': 'register',
  'register/edit': 'register',
  'list/get': 'register',
  'posture/get': 'findings',
  'posture/accept': 'findings',
  'posture/withdraw': 'findings',
  'patterns/explain': 'blockedHelper',
  'teach/get': 'teaching',
  'teach/save': 'teaching',
  'key/save': 'apiKey',
  'key/unlock': 'apiKey',
};

function switchOf(name: MessageName, request: unknown): Switch | undefined {
  // Adding an entry again goes through the same journal as an import.
  if (name === 'imports/begin') return (request as { kind?: unknown }).kind === 'readd' ? 'readd' : 'import';
  return BELONGS_TO[name];
}

/** What there is to forget, and what only stops, is let through for every organization. */
const ALWAYS: readonly MessageName[] = ['key/forget', 'key/lock', 'key/state', 'lease/release'];

function outside(policy: Policy, caller: Caller, request: unknown): boolean {
  const named = (request as { org?: unknown }).org;
  if (typeof named === 'string' && !allowsOrganization(policy, named)) return true;
  if (caller.kind === 'own' || policy.organizations === undefined) return false;
  // An address of the console without an organization is none of those that are allowed.
  const [shown] = caller.organizations;
  return shown === undefined || !allowsOrganization(policy, shown);
}

type Ports = Pick<BackgroundPorts, 'policy' | 'localStorage' | 'mayReach'>;

/**
 * A console speaks for organizations of its own cloud alone, and only while the browser lets us work on it: a script
 * that stood in a page before the grant was taken back still runs.
 */
async function outsideCloud(ports: Ports, caller: Caller): Promise<Failure | undefined> {
  if (caller.kind === 'own') return undefined;
  const { cloud, organizations } = caller;
  const { clouds } = await settingsInForce(ports);
  if (organizations.some((org) => (clouds[org] ?? COMMERCIAL) !== cloud)) return OTHER_CLOUD;
  if (cloud === COMMERCIAL) return undefined;
  if (!Object.values(clouds).includes(cloud)) return OTHER_CLOUD;
  return (await ports.mayReach(consoleHost(cloud))) ? undefined : WITHHELD;
}

/** Answers with a refusal where there is one. */
export function permitUnder(ports: Ports): Permit {
  return async (name, request, caller): Promise<Failure | undefined> => {
    const { policy } = await ports.policy();
    const elsewhere = await outsideCloud(ports, caller);
    if (elsewhere) return elsewhere;
    if (!ALWAYS.includes(name) && outside(policy, caller, request)) return OTHER_ORGANIZATION;
    const belongsTo = switchOf(name, request);
    return belongsTo !== undefined && !allows(policy, belongsTo) ? SWITCHED_OFF : undefined;
  };
}
