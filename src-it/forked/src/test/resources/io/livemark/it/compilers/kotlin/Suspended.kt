/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package shop

import io.livemark.Mark.mark
import kotlin.coroutines.Continuation
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.resume
import kotlin.coroutines.startCoroutine
import kotlin.coroutines.suspendCoroutine
import kotlinx.coroutines.async
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield

/** Coroutines of the language alone, resumed by hand: what is marked stands before, between and after suspensions. */
object Suspended {
    private val waiting = ArrayDeque<() -> Unit>()

    private suspend fun <T> later(value: T): T = suspendCoroutine { waiting.add { it.resume(value) } }

    private fun <T> run(work: suspend () -> T): T {
        var result: Result<T>? = null
        work.startCoroutine(Continuation(EmptyCoroutineContext) { result = it })
        while (waiting.isNotEmpty()) {
            waiting.removeFirst()()
        }
        return result!!.getOrThrow()
    }

    private suspend fun pay(id: String, total: Double): String {
        mark("suspend.before id={} total={}", id, total)
        val card = later("card")
        mark("suspend.between id={} card={}", id, card)
        val ok = later(true)
        mark("suspend.after id={} total={} card={} ok={}", id, total, card, ok)
        return "$id by $card: $ok"
    }

    fun pays(): String = run { pay("o-1", 9.5) }

    fun argument(): String = run {
        mark("suspend.argument v={}", later(7))
        mark("suspend.second v={} w={}", "first", later(8))
        "argument"
    }

    fun loop(): Int = run {
        var sum = 0
        for (i in 1..2) {
            sum += later(i)
            mark("suspend.loop i={} sum={}", i, sum)
        }
        sum
    }

    fun tried(): String = run {
        try {
            mark("suspend.try v={}", later("v"))
            error("failed")
        } catch (e: IllegalStateException) {
            mark("suspend.catch message={}", e.message)
            later("caught")
        } finally {
            mark("suspend.finally")
            later(Unit)
        }
    }

    fun inlined(): Int = run { measured("suspended") { later(3) } }

    fun sequences(): String {
        val numbers = sequence {
            for (i in 1..2) {
                mark("sequence.yield i={}", i)
                yield(i)
            }
        }
        return numbers.joinToString()
    }

    fun library(): String = runBlocking {
        val first = async {
            mark("library.first step={}", 1)
            yield()
            mark("library.first step={}", 2)
            "first"
        }
        val second = async {
            mark("library.second step={}", 1)
            "second"
        }
        mark("library.waits")
        "${first.await()} ${second.await()}"
    }
}
