// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { ChangesNotice } from '../../../../components/on-page/changes-notice.tsx';
import { ImportLauncher } from '../../../../components/on-page/import-launcher.tsx';
import { LayoutUnknown } from '../../../../components/on-page/layout-unknown.tsx';
import { ResumeOffer } from '../../../../components/on-page/resume-offer.tsx';
import { UpdatedReload } from '../../../../components/on-page/updated-reload.tsx';
import { byTestId, click, mount } from '../support.ts';

test('changes are counted in attributes and listed up to a cap', () => {
  const added = Array.from({ length: 25 }, (_, index) => `https://a${index}.com/**`);
  const root = mount(
    <ChangesNotice
      added={added}
      removed={[]}
      settings={[{ name: 'API token', before: 'off', after: 'on' }]}
      onDismiss={() => undefined}
    />,
  );
  expect(byTestId(root, 'gate-changes').dataset).toMatchObject({ added: '25', removed: '0', settings: '1' });
  expect(root.textContent).toContain('25 domains were added');
  expect(root.textContent).not.toContain('0 domains');
  expect(root.textContent).toContain('and 5 more');
  expect(root.textContent).toContain('API token: off → on');
});

test('the resume offer holds its button, and dismissing is apart from it', () => {
  const onResume = vi.fn();
  const onDismiss = vi.fn();
  const root = mount(<ResumeOffer done={3} total={12} onResume={onResume} onDismiss={onDismiss} />);
  const offer = byTestId(root, 'gate-resume-offer');
  click(byTestId(offer, 'gate-import-resume'));
  expect(onResume).toHaveBeenCalledOnce();
  expect(onDismiss).not.toHaveBeenCalled();
  const [, dismiss] = offer.querySelectorAll('button');
  click(dismiss as HTMLButtonElement);
  expect(onDismiss).toHaveBeenCalledOnce();
});

test('a script of the page can press none of the buttons', () => {
  const action = vi.fn();
  const views = [
    <ImportLauncher key={1} onOpen={action} onWhy={action} />,
    <ResumeOffer key={2} done={0} total={1} onResume={action} onDismiss={action} />,
    <LayoutUnknown key={3} onTeach={action} onByHand={action} onDismiss={action} />,
    <UpdatedReload key={4} onReload={action} />,
  ];
  const buttons = [...mount(<div>{views}</div>).querySelectorAll('button')];
  expect(buttons).toHaveLength(8);
  for (const button of buttons) button.dispatchEvent(new Event('click', { bubbles: true }));
  expect(action).not.toHaveBeenCalled();
  for (const button of buttons) click(button);
  expect(action).toHaveBeenCalledTimes(8);
});
