/*
 * Copyright The Livemark authors
 * SPDX-License-Identifier: Apache-2.0
 */
package shop

import io.livemark.Mark.mark
import java.util.function.Supplier

/** All that fits into a field, and what an argument can be. */
class Values {
  private var calls = 0

  private def called(): Int = { calls += 1; calls }

  def primitives(b: Byte, s: Short, i: Int, l: Long): String = {
    mark("value.integers b={} s={} i={} l={}", b, s, i, l)
    mark("value.others f={} d={} c={} z={}", 0.5f, 0.25, 'c', true)
    mark("value.class cents={}", new Cents(250))
    "primitives"
  }

  def objects(boxed: java.lang.Integer, words: List[String], any: Any): String = {
    mark("value.string s={}", "text")
    mark("value.null n={}", null)
    mark("value.boxed n={}", boxed)
    mark("value.object words={} any={}", words, any)
    mark("value.unit u={}", ())
    mark("value.symbol s={}", Symbol("sym"))
    "objects"
  }

  def five(id: String, count: Int, total: Double, customer: String, paid: Boolean): String = {
    mark("value.five id={} count={} total={} customer={} paid={}", id, count, total, customer, paid)
    "five"
  }

  def spread(fields: Seq[AnyRef]): String = {
    mark("value.spread a={} b={}", fields: _*)
    "spread"
  }

  def interpolations(id: String, count: Int, total: Double): String = {
    mark("interpolation.s text={}", s"order $id: $count for $total")
    mark("interpolation.f text={}", f"$total%.2f")
    mark("interpolation.plus text={}", "order " + id + count)
    mark("interpolation.object text={}", s"paid by $Later")
    s"interpolations $calls"
  }

  def conditions(customer: String, count: Int): String = {
    mark("condition.if v={}", if (count > 1) "many" else "one")
    mark("condition.mixed v={}", if (count > 1) count else customer)
    mark("condition.both v={} w={}", count > 1 && customer != null, !(count > 1))
    mark("condition.block v={}", { val twice = count * 2; twice })
    "conditions"
  }

  def matches(payment: Payment, count: Int): String = {
    mark("match.type v={}", payment match {
      case Card(number) => number
      case Cash(amount) if amount > 10 => amount
      case _ => null
    })
    mark("match.number v={}", count match {
      case 0 => "none"
      case n if n < 10 => "some"
      case _ => "many"
    })
    payment match {
      case Card(number) =>
        mark("match.card number={}", number)
      case Cash(amount) =>
        mark("match.cash amount={}", amount)
      case Later =>
        mark("match.later")
    }
    "matches"
  }

  def tries(text: String): String = {
    mark("try.number v={}", try text.toInt catch { case _: NumberFormatException => -1 })
    try {
      mark("try.body text={}", text)
      text.toInt
    } catch {
      case e: NumberFormatException => mark("try.catch e={}", e)
    } finally mark("try.finally text={}", text)
    "tries"
  }

  def suppliers(id: String): String = {
    val supplier: Supplier[String] = () => s"asked for $id"
    mark("supplier.local v={}", supplier)
    mark("supplier.inline v={}", (() => s"asked at once for $id"): Supplier[String])
    "suppliers"
  }

  def effects(): String = {
    var local = 1
    mark("effect.call v={}", called())
    mark("effect.assignment v={} w={}", { local += 1; local }, local)
    mark("effect.new v={}", new Card("4711"))
    s"effects $local $calls"
  }
}
