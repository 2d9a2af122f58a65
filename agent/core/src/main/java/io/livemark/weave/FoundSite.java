/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import org.objectweb.asm.tree.AbstractInsnNode;

/**
 * A site in a method that is being looked at.
 *
 * @param site what it is
 * @param call the call to {@code Mark}
 * @param region its instructions; null where nothing but the call can be replaced
 */
record FoundSite(MarkedSite site, AbstractInsnNode call, Region region) {}
