/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package shop

import io.livemark.Mark.mark
import java.util.function.Supplier

/** Wrapped only where it must be an object. */
@JvmInline
value class Cents(val amount: Long)

enum class Size { SMALL, LARGE }

sealed interface Payment {
    data class Card(val number: String) : Payment
    data class Cash(val given: Int) : Payment
    data object Later : Payment
}

class Order(val id: String, val customer: String?, val count: Int = 1) {

    var total: Double = 0.0
        set(value) {
            mark("order.total old={} now={}", field, value)
            field = value
        }

    val size: Size
        get() = if (count > 9) Size.LARGE else Size.SMALL

    init {
        mark("order.created id={} customer={} count={}", id, customer, count)
    }

    operator fun plus(more: Int): Order {
        mark("order.plus count={} more={}", count, more)
        return Order(id, customer, count + more)
    }

    companion object {
        const val PLACED = "order.placed id={} total={}"

        private var last: String? = null

        fun place(id: String, total: Double): Order {
            last = id
            mark(PLACED, id, total)
            mark("order.companion last={}", last)
            return Order(id, null).apply { this.total = total }
        }
    }
}

/** All that fits into a field. */
object Values {
    fun primitives(): String {
        mark("value.integers b={} s={} i={} l={}", 1.toByte(), 2.toShort(), 3, 4L)
        mark("value.others f={} d={} c={} z={}", 0.5f, 0.25, 'c', true)
        mark("value.unsigned u={}", 5u)
        mark("value.class cents={}", Cents(250))
        return "primitives"
    }

    fun objects(nullable: Int?, words: List<String>, any: Any?): String {
        mark("value.string s={}", "text")
        mark("value.null n={}", null)
        mark("value.nullable n={}", nullable)
        mark("value.object words={} any={}", words, any)
        mark("value.unit u={}", Unit)
        if (any is String) {
            mark("value.smart cast={} length={}", any, any.length)
        }
        return "objects"
    }

    fun five(id: String, count: Int, total: Double, customer: String?, paid: Boolean): String {
        mark("value.five id={} count={} total={} customer={} paid={}", id, count, total, customer, paid)
        return "five"
    }

    fun spread(fields: Array<Any?>): String {
        mark("value.spread a={} b={}", *fields)
        return "spread"
    }
}

/** What an argument can be. */
class Expressions {
    private var calls = 0

    private fun called(): Int = ++calls

    fun templates(id: String, count: Int, total: Double): String {
        mark("template.plain text={}", "order $id: $count for $total")
        mark("template.object text={}", "paid by ${Payment.Later}")
        mark("template.call text={}", "call ${called()}")
        return "templates $calls"
    }

    fun conditions(customer: String?, count: Int): String {
        mark("condition.if v={}", if (count > 1) "many" else "one")
        mark("condition.mixed v={}", if (count > 1) count else customer)
        mark("condition.elvis v={}", customer ?: "nobody")
        mark("condition.safe v={}", customer?.length)
        mark("condition.both v={} w={}", count > 1 && customer != null, !(count > 1))
        return "conditions"
    }

    fun whens(payment: Payment, count: Int): String {
        mark("when.type v={}", when (payment) {
            is Payment.Card -> payment.number
            is Payment.Cash -> payment.given
            Payment.Later -> null
        })
        mark("when.number v={} w={}", when (count) {
            0 -> "none"
            in 1..9 -> "some"
            else -> "many"
        }, count)
        mark("when.enum v={}", when (if (count > 9) Size.LARGE else Size.SMALL) {
            Size.SMALL -> 1L
            Size.LARGE -> 2L
        })
        return "whens"
    }

    fun tries(text: String): String {
        mark("try.number v={}", try {
            text.toInt()
        } catch (e: NumberFormatException) {
            -1
        })
        mark("try.second v={} w={}", text, try {
            text.toInt()
        } catch (e: NumberFormatException) {
            "none"
        })
        return "tries"
    }

    fun suppliers(id: String): String {
        mark("supplier.sam v={}", Supplier { "asked for $id" })
        mark("supplier.reference v={}", Supplier(id::length))
        return "suppliers"
    }

    fun effects(): String {
        var local = 1
        mark("effect.call v={}", called())
        mark("effect.increment v={} w={}", local++, local)
        mark("effect.let v={}", local.let { it + called() })
        return "effects $local $calls"
    }
}
