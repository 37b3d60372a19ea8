/// Tests of the pages, over HTTP and in a real browser.
@NullMarked
package dev.demur.server;

import org.jspecify.annotations.NullMarked;
