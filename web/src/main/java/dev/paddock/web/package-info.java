/** What people and machines talk to: pages, JSON, event streams. */
@NullMarked
package dev.paddock.web;

import org.jspecify.annotations.NullMarked;
