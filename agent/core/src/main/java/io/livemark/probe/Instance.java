/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One object of the class of a probe. */
final class Instance {

    /** Where there is none. */
    static final Instance NONE = new Instance(null, null);

    private final ProbeType type;
    private final Object object;
    private final AtomicBoolean closed = new AtomicBoolean();

    Instance(ProbeType type, Object object) {
        this.type = type;
        this.object = object;
    }

    Object object() {
        return object;
    }

    ProbeType type() {
        return type;
    }

    List<Handler> handlersFor(String marker) {
        List<Handler> handlers = new ArrayList<>();
        if (type != null) {
            type.addHandlersFor(marker, handlers);
        }
        return handlers;
    }

    boolean isCloseable() {
        return object instanceof AutoCloseable;
    }

    /** Calls its close method, once; false where that threw. */
    boolean close(Consumer<Throwable> faults) {
        if (!closed.compareAndSet(false, true)) {
            return true;
        }
        try {
            if (object instanceof AutoCloseable closeable) {
                closeable.close();
            }
            return true;
        } catch (Throwable e) {
            faults.accept(e);
            return false;
        }
    }
}
