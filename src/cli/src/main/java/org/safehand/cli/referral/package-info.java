/** Commands about referrals: create, add exhibits, submit, release, read. */
@NullMarked
package org.safehand.cli.referral;

import org.jspecify.annotations.NullMarked;
