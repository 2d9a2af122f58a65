/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Programs with marks, for the tests of the weaver. Each public static method without parameters is one case: it is run as
 * it is and woven, idle and armed, and its bytes are compared with a snapshot.
 */
package io.livemark.weave.marked;
