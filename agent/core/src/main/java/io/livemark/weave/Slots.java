/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.weave;

import java.lang.invoke.MethodType;

/**
 * Takes slots of the bridge for the sites of one class.
 *
 * @param loader the loader of the class; null for the bootstrap loader
 * @param className its binary name
 */
record Slots(ClassLoader loader, String className) {

    /** {@return how a site reaches the bridge; null where no slot is left} */
    Linkage linkage(MarkedSite site) {
        LivemarkSite where = new LivemarkSite(site.marker(), className, site.method(), site.line());
        Class<?>[] types = site.types().stream().map(Slots::erased).toArray(Class<?>[]::new);
        int number = LivemarkSlots.of(new LivemarkSlot(
                loader, where, MethodType.methodType(void.class, types), site.joinedTypes(), site.isLocal()));
        return number == LivemarkSlots.NONE ? null : new Linkage.Slot(number);
    }

    private static Class<?> erased(String type) {
        String descriptor = Argument.erased(type).getDescriptor();
        return MethodType.fromMethodDescriptorString("(" + descriptor + ")V", null)
                .parameterType(0);
    }
}
