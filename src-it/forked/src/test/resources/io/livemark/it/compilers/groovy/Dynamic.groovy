/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package shop

import static io.livemark.Mark.mark

/** Compiled as Groovy is by itself: who calls what is decided while it runs, so no call to Mark is in the class file. */
class Dynamic {
    String said(String id, int count) {
        mark('dynamic.said id={} count={}', id, count)
        "said $id"
    }

    String closed(List numbers) {
        numbers.each { mark('dynamic.closed it={}', it) }
        'closed'
    }

    String five(String id) {
        mark('dynamic.five a={} b={} c={} d={} e={}', id, 2, 3L, 4.0d, null)
        'five'
    }

    /** The text of a mark that is somewhere else, in a class that was compiled statically. */
    String shared(String a) {
        mark('value.spread a={} b={}', a, 'dynamic')
        'shared'
    }
}
