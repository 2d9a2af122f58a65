/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package shop

import static io.livemark.Mark.mark

import groovy.transform.CompileStatic
import java.util.function.Supplier

@CompileStatic
enum Size {
    SMALL, LARGE
}

/** Its method has a body, which Groovy copies into the classes that implement it. */
@CompileStatic
trait Audited {
    abstract String getId()

    String audit(String by = 'nobody') {
        mark('trait.audit id={} by={}', id, by)
        "$id seen by $by"
    }
}

@CompileStatic
class Order implements Audited {
    /** No constant for Groovy, which reads the field each time. */
    static final String AGAIN = 'order.again id={}'

    String id
    int count = 1
    double total

    static Order place(String id, double total) {
        mark('order.placed id={} total={}', id, total)
        mark(AGAIN, id)
        new Order(id: id, total: total)
    }

    void setTotal(double value) {
        mark('order.total old={} now={}', this.total, value)
        this.total = value
    }

    Order plus(int more) {
        mark('order.plus count={} more={}', count, more)
        new Order(id: id, count: count + more)
    }

    Size getSize() {
        count > 9 ? Size.LARGE : Size.SMALL
    }
}

/** All that fits into a field, and what an argument can be. */
@CompileStatic
class Values {
    private int calls

    private int called() {
        ++calls
    }

    String primitives(byte b, short s, int i, long l) {
        mark('value.integers b={} s={} i={} l={}', b, s, i, l)
        mark('value.others f={} d={} c={} z={}', 0.5f, 0.25d, 'c' as char, true)
        mark('value.decimal d={}', 0.25)
        'primitives'
    }

    String objects(Integer boxed, List<String> words, Object any) {
        mark('value.string s={}', 'text')
        mark('value.null n={}', (Object) null)
        mark('value.boxed n={}', boxed)
        mark('value.object words={} any={}', words, any)
        mark('value.list l={}', [1, 2])
        if (any instanceof String) {
            mark('value.cast s={} length={}', any, any.length())
        }
        'objects'
    }

    String five(String id, int count, double total, Object customer, boolean paid) {
        mark('value.five id={} count={} total={} customer={} paid={}', id, count, total, customer, paid)
        'five'
    }

    String spread(Object[] fields) {
        mark('value.spread a={} b={}', fields)
        'spread'
    }

    String strings(String id, int count, double total) {
        mark('string.g text={}', "order $id: $count for $total")
        mark('string.lazy text={}', "asked ${ -> id }")
        mark('string.plus text={}', 'order ' + id + count)
        mark("string.spec text={}", id)
        "strings $calls"
    }

    String conditions(String customer, int count) {
        mark('condition.if v={}', count > 1 ? 'many' : 'one')
        mark('condition.mixed v={}', count > 1 ? count : customer)
        mark('condition.elvis v={}', customer ?: 'nobody')
        mark('condition.safe v={}', customer?.length())
        mark('condition.both v={} w={}', count > 1 && customer != null, !(count > 1))
        'conditions'
    }

    String switches(int count) {
        mark('switch.expression v={}', switch (count) {
            case 0 -> 'none'
            case 1..9 -> 'some'
            default -> 'many'
        })
        switch (count) {
            case 0:
                mark('switch.none')
                break
            default:
                mark('switch.default count={}', count)
        }
        'switches'
    }

    String tries(String text) {
        try {
            mark('try.body text={}', text)
            Integer.parseInt(text)
        } catch (NumberFormatException e) {
            mark('try.catch e={}', e)
        } finally {
            mark('try.finally text={}', text)
        }
        'tries'
    }

    String suppliers(String id) {
        Supplier<String> supplier = { "asked for $id".toString() } as Supplier<String>
        mark('supplier.closure v={}', supplier)
        mark('supplier.lambda v={}', (Supplier<String>) (() -> 'asked by lambda'))
        'suppliers'
    }

    String effects() {
        int local = 1
        mark('effect.call v={}', called())
        mark('effect.increment v={} w={}', local++, local)
        mark('effect.new v={}', new StringBuilder('built'))
        "effects $local $calls"
    }

    String closures(List<Integer> numbers) {
        int sum = 0
        numbers.each { int n ->
            mark('closure.each n={} sum={}', n, sum)
            sum += n
        }
        List<String> words = numbers.collect {
            mark('closure.it it={}', it)
            "<$it>".toString()
        }
        "$sum $words"
    }
}
