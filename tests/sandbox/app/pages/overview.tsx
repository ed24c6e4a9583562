import { useConsole } from '../console-context.tsx';
import { PageHeading } from '../shell.tsx';
import { style } from '../styles.ts';

const cards = [
  ['Users', '128 users have access to your apps.'],
  ['Security', '2 recommendations to protect your organization.'],
  ['Rovo MCP server', 'Decide which AI tools can connect to your data.'],
  ['Billing', 'Your next invoice is due on the first of the month.'],
] as const;

/** The first page of the console: nothing of the MCP page's but a card that names it. */
export function Overview() {
  const { texts } = useConsole();
  return (
    <>
      <PageHeading title={texts.overview} parent={texts.overview} />
      <p className={style('intro')}>Manage users, apps and security of your organization.</p>
      <div className={style('cards')}>
        {cards.map(([title, text]) => (
          <section className={style('card')} key={title}>
            <h2>{title}</h2>
            {text}
          </section>
        ))}
      </div>
    </>
  );
}
