/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What runs in the JVM that the storm is about: an application, its books, and the probe that is loaded into it. */
package io.livemark.storms.run;
