/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Runs the tests that libraries bring, against the library as it is, with marks put into it, and with these woven, idle and
 * armed. Each run is a JVM of its own. The same tests must pass, fail and be skipped in all; a test that fails against the
 * library as it is (for want of a library of its own, say) is no finding, and must go on failing.
 */
package io.livemark.behaviour.suite;
