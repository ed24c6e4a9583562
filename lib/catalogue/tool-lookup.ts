import { type KnownToolClass, TOOL_GROUPS } from './tools.ts';

/** A tool of the Rovo MCP server that Atlassian documents or that was observed. */
export interface KnownTool {
  /** As Atlassian writes it. */
  name: string;
  /** The product that it works on. */
  app: string;
  class: KnownToolClass;
}

let index: Map<string, KnownTool> | undefined;

/** The tool of this name, whatever its case; undefined when it is not in the catalogue. */
export function findTool(name: string): KnownTool | undefined {
  if (!index) {
    index = new Map();
    for (const [app, toolClass, names] of TOOL_GROUPS) {
      for (const known of names.split(' ')) {
        index.set(known.toLowerCase(), { name: known, app, class: toolClass });
      }
    }
  }
  return index.get(name.toLowerCase());
}
