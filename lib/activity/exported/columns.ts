/** What the columns of an exported audit log are called: documented are activity, date, actor, app, location, IP address. */

export type Field =
  | 'id'
  | 'time'
  | 'activity'
  | 'action'
  | 'tool'
  | 'actor'
  | 'actorId'
  | 'email'
  | 'app'
  | 'country'
  | 'auth';

const NAMES: Readonly<Record<Field, readonly string[]>> = {
  id: ['id', 'eventid'],
  time: [
    'date',
    'time',
    'timestamp',
    'datetime',
    'dateutc',
    'timeutc',
    'created',
    'occurredat',
    'datum',
    'fecha',
    'data',
  ],
  activity: [
    'activity',
    'event',
    'description',
    'message',
    'summary',
    'details',
    'aktivität',
    'actividad',
    'activité',
    'atividade',
  ],
  action: ['action', 'actionid', 'eventtype', 'actiontype'],
  tool: ['tool', 'toolname', 'mcptool'],
  actor: ['actor', 'actorname', 'user', 'username', 'name', 'akteur', 'acteur', 'ator'],
  actorId: ['actorid', 'userid', 'accountid', 'actoraccountid'],
  email: ['email', 'actoremail', 'useremail', 'mail'],
  app: ['app', 'application', 'appname', 'client', 'product'],
  country: ['location', 'country', 'countryname', 'standort', 'ubicación', 'lieu', 'localização'],
  auth: ['authtype', 'authentication', 'authenticationtype', 'auth'],
};

const BY_NAME = new Map(
  (Object.entries(NAMES) as [Field, readonly string[]][]).flatMap(([field, names]) =>
    names.map((name) => [name, field] as const),
  ),
);

/** The field that a column or key of this name holds; undefined for others, which are not read. */
export function fieldOf(name: string): Field | undefined {
  return BY_NAME.get(
    name
      .slice(0, 100)
      .toLowerCase()
      .replace(/[\s_()-]+/g, ''),
  );
}

/** The names as a record has them: the first column of a field wins. */
export type Row = Partial<Record<Field, string>>;
