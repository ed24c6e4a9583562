/** Our own elements in the host's page carry this attribute, so that reading the page can skip them. */
export const OWN_MARK = 'data-gatehouse';
