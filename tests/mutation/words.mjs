import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/**
 * Leaves out the texts of the rule table: title, message and link. An empty text there changes no verdict; that each
 * rule has all three and that every placeholder is filled in is tested, and the wording is read by people.
 */

const TEXTS = new Set(['title', 'message', 'link']);

const isText = (node) =>
  (node.type === 'ObjectProperty' || node.type === 'Property') && TEXTS.has(node.key.name ?? node.key.value);

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'rule-texts', {
    shouldIgnore(path) {
      return isText(path.node) && path.node.value.type !== 'ArrowFunctionExpression'
        ? 'the wording of the rule table'
        : undefined;
    },
  }),
];
