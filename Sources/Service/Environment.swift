import Glibc
package import Law

/// What the outside world gives: the clock and randomness. Tests pass their own.
package struct Environment: Sendable {
    /// Milliseconds since 1970-01-01 UTC.
    package var milliseconds: @Sendable () -> Int64
    /// That many random bytes, fit for keys.
    package var randomBytes: @Sendable (_ count: Int) -> [UInt8]

    package init(
        milliseconds: @escaping @Sendable () -> Int64, randomBytes: @escaping @Sendable (Int) -> [UInt8]
    ) {
        self.milliseconds = milliseconds
        self.randomBytes = randomBytes
    }

    /// The clock on the wall in China.
    package func now() -> Moment { Moment(millisecondsUTC: milliseconds()) }

    package static let system = Environment(
        milliseconds: {
            var time = timespec()
            clock_gettime(CLOCK_REALTIME, &time)
            return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
        },
        randomBytes: { count in
            // On Linux this generator reads getrandom(2), which is fit for keys.
            var generator = SystemRandomNumberGenerator()
            return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        })
}

extension Moment {
    /// The minute in China (UTC+8) of a UTC time.
    package init(millisecondsUTC: Int64) {
        self.init(minutes: Int32((millisecondsUTC / 1000 + 8 * 3600) / 60))
    }
}

/// The two times that every judgement and figure is asked with.
package struct Times: Hashable, Sendable {
    /// The moment judged from: what is due before it is overdue.
    package let asOf: Moment
    /// Only what was known then; `nil` is everything.
    package let knownAt: Moment?

    package init(asOf: Moment, knownAt: Moment? = nil) {
        self.asOf = asOf
        self.knownAt = knownAt
    }
}
