/** What is deployed, held against the code: images, manifests, proxies and their documentation. */
@NullMarked
package dev.switchboard.deploy;

import org.jspecify.annotations.NullMarked;
