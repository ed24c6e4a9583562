import type { GenericSchema, InferOutput } from 'valibot';
import type { Finding, Verdict } from '../patterns/types.ts';
import type { RegisterRecord } from '../register/types.ts';
import type { RunRecord } from '../store/journal-records.ts';
import type { CatalogueAddition } from '../store/policy/shape.ts';
import type {
  ExplainedBlock,
  FeaturesOff,
  FoundRun,
  KeyAnswer,
  KnownOrganization,
  LeaseAnswer,
  ListVerdicts,
  ListWithRegister,
  OrganizationStatus,
  PageInFront,
  Permission,
  PopupFacts,
  PostureAnswer,
  SavedSnapshot,
  SettingsAnswer,
  StoredRows,
  TaughtControls,
} from './answers.ts';
import { nothing, ofNamedOrganization, ofOrganization } from './requests/common.ts';
import {
  disclaimRequest,
  injectRequest,
  snapshotRequest,
  teachRequest,
  teachSave,
  waitRequest,
} from './requests/console.ts';
import {
  beginRequest,
  finishRequest,
  leaseRequest,
  pauseRequest,
  resumeRequest,
  rowsRequest,
  settleRequest,
  tryingRequest,
  untriedRequest,
} from './requests/imports.ts';
import { keySave, keyUnlock } from './requests/keys.ts';
import { checkListRequest, checkRequest, explainRequest } from './requests/patterns.ts';
import { findingsRequest } from './requests/plan.ts';
import { popupRequest } from './requests/popup.ts';
import { acceptRequest, withdrawRequest } from './requests/posture.ts';
import { registerEdit, registerGet, registerKeys, registerMerge } from './requests/register.ts';
import { settingsChange } from './requests/settings.ts';

/**
 * The one map of all messages, in two halves with the gate between them. A content script lives in a page that is
 * somebody else's, so it gets the first half only. Scripts that send import types from here and nothing else.
 */
interface Message<Schema extends GenericSchema, Answer> {
  schema: Schema;
  /** Never there: it carries the answer's type. */
  answer?: Answer;
}

function message<Answer>() {
  return <Schema extends GenericSchema>(schema: Schema): Message<Schema, Answer> => ({ schema });
}

/** What the console's content script may ask, and our own pages too. */
export const CONSOLE_MESSAGES = {
  'patterns/check': message<Verdict>()(checkRequest),
  'patterns/checkList': message<ListVerdicts>()(checkListRequest),
  'patterns/findings': message<Finding[][]>()(findingsRequest),
  'patterns/explain': message<ExplainedBlock>()(explainRequest),
  'features/off': message<FeaturesOff>()(nothing),
  /** AI tools of the organization's own, from its policy. */
  'catalogue/additions': message<CatalogueAddition[]>()(nothing),
  'scripts/inject': message<null>()(injectRequest),
  'snapshots/save': message<SavedSnapshot>()(snapshotRequest),
  'snapshots/dismissChanges': message<null>()(ofOrganization),
  'imports/begin': message<RunRecord>()(beginRequest),
  'imports/trying': message<Permission>()(tryingRequest),
  'imports/untried': message<null>()(untriedRequest),
  'imports/settle': message<null>()(settleRequest),
  'imports/pause': message<RunRecord>()(pauseRequest),
  'imports/resume': message<RunRecord>()(resumeRequest),
  'imports/finish': message<RunRecord>()(finishRequest),
  'imports/find': message<FoundRun | null>()(ofOrganization),
  'imports/get': message<StoredRows>()(rowsRequest),
  'lease/acquire': message<LeaseAnswer>()(leaseRequest),
  'lease/renew': message<LeaseAnswer>()(leaseRequest),
  'lease/release': message<null>()(leaseRequest),
  'register/get': message<RegisterRecord[]>()(registerGet),
  'register/merge': message<{ entries: number }>()(registerMerge),
  'register/edit': message<null>()(registerEdit),
  /** The entry that waits for this organization's form; given once. */
  'entry/take': message<{ pattern: string } | null>()(ofOrganization),
  'teach/get': message<TaughtControls | null>()(teachRequest),
  'teach/save': message<null>()(teachSave),
  /** Takes back that a page is the MCP server's. */
  'page/disclaim': message<null>()(disclaimRequest),
};

/** What only our own pages may ask. */
export const OWN_MESSAGES = {
  /** Has an entry wait until the console's page of the organization types it into its form. Nothing is submitted. */
  'entry/wait': message<null>()(waitRequest),
  'register/keys': message<string[]>()(registerKeys),
  /** What our script takes the page for that the popup was opened on; null when that is none of the console's. */
  'page/look': message<PageInFront | null>()(nothing),
  /** The admin says that it is the MCP server's. */
  'page/claim': message<null>()(nothing),
  'status/get': message<OrganizationStatus | null>()(ofOrganization),
  'list/get': message<ListWithRegister | null>()(ofOrganization),
  'orgs/list': message<KnownOrganization[]>()(nothing),
  'posture/get': message<PostureAnswer | null>()(ofOrganization),
  'posture/accept': message<null>()(acceptRequest),
  'posture/withdraw': message<null>()(withdrawRequest),
  'settings/get': message<SettingsAnswer>()(nothing),
  'settings/set': message<SettingsAnswer>()(settingsChange),
  'key/state': message<KeyAnswer>()(ofNamedOrganization),
  'key/save': message<KeyAnswer>()(keySave),
  'key/unlock': message<KeyAnswer>()(keyUnlock),
  'key/lock': message<KeyAnswer>()(ofNamedOrganization),
  'key/forget': message<KeyAnswer>()(ofNamedOrganization),
  'key/forgetAll': message<null>()(nothing),
  'activity/sync': message<null>()(ofNamedOrganization),
  'popup/get': message<PopupFacts>()(popupRequest),
};

export type ConsoleMessageName = keyof typeof CONSOLE_MESSAGES;
export type OwnMessageName = keyof typeof OWN_MESSAGES;
export type MessageName = ConsoleMessageName | OwnMessageName;

type MessageMap = typeof CONSOLE_MESSAGES & typeof OWN_MESSAGES;
export type RequestOf<Name extends MessageName> = InferOutput<MessageMap[Name]['schema']>;
export type AnswerOf<Name extends MessageName> =
  MessageMap[Name] extends Message<GenericSchema, infer Answer> ? Answer : never;
