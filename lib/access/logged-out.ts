/** What a page is told whose login ended while it was open. */
export const loggedOut =
  'You are logged out. Log in again in another tab, then repeat this: nothing on this page is lost.'
