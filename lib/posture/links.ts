/** Where a finding's reason is written down. Atlassian's pages as they were found in 2026. */
const SUPPORT = 'https://support.atlassian.com/security-and-access-policies/docs/';

export const DOMAINS_LINK = `${SUPPORT}available-atlassian-rovo-mcp-server-domains/`;
export const SETTINGS_LINK = `${SUPPORT}control-atlassian-rovo-mcp-server-settings/`;
export const PERMISSIONS_LINK = `${SUPPORT}Configure-Atlassian-Rovo-MCP-server-permission/`;
export const MONITOR_LINK = `${SUPPORT}monitor-atlassian-rovo-mcp-server-activity/`;
