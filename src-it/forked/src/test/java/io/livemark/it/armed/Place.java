/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.livemark.it.armed;

import static io.livemark.Mark.mark;

import io.livemark.it.VirtualThreads;
import java.lang.ref.Cleaner;
import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where a thread of an application may be at a mark, with locks of the application, the JDK or the JVM in its hands. Each is a
 * class of its own, so that nothing of its marks is linked before somebody is there.
 */
enum Place {
    SYNCHRONIZED {
        @Override
        void enter() {
            thread(() -> {
                synchronized (Place.class) {
                    mark("place.synchronized n={}", 1);
                    Visit.stand();
                    mark("place.synchronized n={}", 2);
                }
            });
        }
    },
    LOCK {
        @Override
        void enter() {
            ReentrantLock lock = new ReentrantLock();
            thread(() -> {
                lock.lock();
                mark("place.lock n={}", 1);
                Visit.stand();
                mark("place.lock n={}", 2);
                lock.unlock();
            });
        }
    },
    /** Under the lock of whatever takes the text: a buffer, a stream, a log. */
    TO_STRING {
        @Override
        void enter() {
            thread(() -> new StringBuffer().append(new Object() {
                @Override
                public String toString() {
                    mark("place.text n={}", 1);
                    Visit.stand();
                    mark("place.text n={}", 2);
                    return "text";
                }
            }));
        }
    },
    /** The JVM lets nobody else initialise that class. */
    CLASS_INITIALISER {
        @Override
        void enter() {
            thread(Initialisers::next);
        }
    },
    /** The lock of the loader, which is not capable of more than one thread. */
    LOAD_CLASS {
        @Override
        void enter() {
            thread(() -> {
                try {
                    new StandingLoader().loadClass("no.such.Name");
                } catch (ClassNotFoundException e) {
                    // As was to be expected.
                }
            });
        }
    },
    /** The only thread that runs finalizers. */
    @SuppressWarnings({"removal", "deprecation"})
    FINALIZER {
        @Override
        void enter() {
            make();
            System.gc();
        }

        private void make() {
            new Object() {
                @Override
                protected void finalize() {
                    mark("place.finalizer n={}", 1);
                    Visit.stand();
                    mark("place.finalizer n={}", 2);
                    Visit.done();
                }
            };
        }
    },
    /** The only thread of a cleaner. */
    CLEANER {
        @Override
        void enter() {
            Cleaner.create().register(new Object(), () -> {
                mark("place.cleaner n={}", 1);
                Visit.stand();
                mark("place.cleaner n={}", 2);
                Visit.done();
            });
            System.gc();
        }
    },
    REFERENCE_QUEUE {
        @Override
        void enter() {
            ReferenceQueue<Object> queue = new ReferenceQueue<>();
            PhantomReference<Object> reference = new PhantomReference<>(new Object(), queue);
            thread(() -> {
                while (queue.poll() != reference) {
                    System.gc();
                }
                synchronized (queue) {
                    mark("place.queue n={}", 1);
                    Visit.stand();
                    mark("place.queue n={}", 2);
                }
            });
        }
    },
    /** Parked, without a carrier. */
    VIRTUAL {
        @Override
        void enter() {
            VirtualThreads.start(() -> {
                mark("place.virtual n={}", 1);
                Visit.stand();
                mark("place.virtual n={}", 2);
                Visit.done();
            });
        }
    },
    /** Keeps its carrier, since there is a frame of the JVM below it. */
    VIRTUAL_PINNED {
        @Override
        void enter() {
            VirtualThreads.start(() -> {
                Initialisers.next();
                Visit.done();
            });
        }
    },
    VIRTUAL_SYNCHRONIZED {
        @Override
        void enter() {
            VirtualThreads.start(() -> {
                synchronized (Place.class) {
                    mark("place.monitor n={}", 1);
                    Visit.stand();
                    mark("place.monitor n={}", 2);
                }
                Visit.done();
            });
        }
    },
    /** Inside the JVM's definition of a class. */
    TRANSFORMER {
        @Override
        void enter() {
            thread(() -> PlaceAgent.transform(() -> {
                mark("place.transformer n={}", 1);
                Visit.stand();
                mark("place.transformer n={}", 2);
            }));
        }
    },
    /** Its permit is there: it must not be taken away. */
    UNPARKED {
        @Override
        void enter() {
            thread(() -> {
                mark("place.unparked n={}", 1);
                Visit.stand();
                LockSupport.unpark(Thread.currentThread());
                mark("place.unparked n={}", 2);
                LockSupport.park();
            });
        }
    },
    /** The JVM has begun to end. */
    SHUTDOWN_HOOK {
        @Override
        void enter() {
            Thread main = Thread.currentThread();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                mark("place.hook n={}", 1);
                Visit.stand();
                mark("place.hook n={}", 2);
                Visit.done();
                join(main);
            }));
            new Thread(() -> System.exit(0), "exit").start();
        }
    };

    /** Has a thread go there; returns before or after it has come to stand. */
    abstract void enter();

    private static void thread(Runnable body) {
        Thread thread = new Thread(
                () -> {
                    body.run();
                    Visit.done();
                },
                "visitor");
        thread.setDaemon(true);
        thread.start();
    }

    private static void join(Thread main) {
        try {
            main.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class StandingLoader extends ClassLoader {

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            mark("place.loader n={}", 1);
            Visit.stand();
            mark("place.loader n={}", 2);
            throw new ClassNotFoundException(name);
        }
    }
}
