/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package shop

import io.livemark.Mark.mark

/** Its marks are in the code of every caller. */
inline fun <T> measured(what: String, work: () -> T): T {
    mark("inline.before what={}", what)
    val result = work()
    mark("inline.after what={} result={}", what, result)
    return result
}

/** Knows its type parameter, since it is in the code of its caller. */
inline fun <reified T> firstOf(things: List<Any>): T? {
    val found = things.firstOrNull { it is T }
    mark("inline.reified type={} found={}", T::class.simpleName, found)
    return found as T?
}

inline fun <T> inBackground(crossinline work: () -> T): T {
    var result: T? = null
    val thread = Thread({
        mark("inline.crossinline thread={}", Thread.currentThread().name)
        result = work()
    }, "background")
    thread.start()
    thread.join()
    return result!!
}

fun Order.describe(prefix: String = "order", detailed: Boolean = prefix.length > 5): String {
    mark("extension.describe id={} prefix={} detailed={}", id, prefix, detailed)
    return "$prefix $id"
}

val Order.isLarge: Boolean
    get() {
        mark("extension.property id={}", id)
        return count > 9
    }

object Inlined {
    fun measures(): String {
        val sum = measured("sum") { (1..3).sum() }
        val text = measured("text") {
            measured("inner") { "inner $sum" }
        }
        return "$sum $text"
    }

    /** The lambda leaves this function, not itself. */
    fun returns(numbers: List<Int>): Int {
        numbers.forEach {
            measured("each") {
                mark("inline.each it={}", it)
                if (it > 1) return it
            }
        }
        return 0
    }

    fun types(): String = "${firstOf<String>(listOf(1, "two"))} ${firstOf<Long>(listOf(1, "two"))}"

    fun lambdas(): Int {
        var sum = 0
        val add = { n: Int ->
            mark("lambda.add n={} sum={}", n, sum)
            sum += n
        }
        fun twice(n: Int) {
            mark("lambda.local n={}", n)
            add(n)
            add(n)
        }
        twice(4)
        return sum + inBackground { 100 }
    }

    fun destructured(): String {
        val (id, total) = "o-7" to 7.5
        mark("destructured id={} total={}", id, total)
        for ((index, word) in listOf("a", "b").withIndex()) {
            mark("destructured.loop index={} word={}", index, word)
        }
        return id
    }

    fun finallys(fail: Boolean): String =
        try {
            mark("finally.try fail={}", fail)
            check(!fail) { "failed" }
            "done"
        } catch (e: IllegalStateException) {
            mark("finally.catch e={} message={}", e, e.message)
            "caught"
        } finally {
            mark("finally.finally fail={}", fail)
        }
}
