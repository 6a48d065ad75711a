package org.safehand.referral.code;

/** What kind of site it is. */
public enum SiteType implements Code {
  /** A web site. */
  WEBSITE,
  /** A file host. */
  FILE_HOST,
  /** An image store. */
  IMAGE_STORE,
  /** An image board. */
  IMAGE_BOARD,
  /** A forum. */
  FORUM,
  /** A banner site. */
  BANNER_SITE,
  /** A link site. */
  LINK_SITE,
  /** A social site. */
  SOCIAL_SITE,
  /** A redirector. */
  REDIRECTOR,
  /** A web archive. */
  WEB_ARCHIVE,
  /** A search provider. */
  SEARCH_PROVIDER,
  /** An image host. */
  IMAGE_HOST,
  /** A blog. */
  BLOG,
  /** Not a site. */
  NOT_APPLICABLE,
  /** Not known. */
  NOT_DETERMINED
}
