package import Pack

/// What rules refer to: registers, laws, facts, frames, the calendar, and the checks written in Swift.
package struct RulePack: Sendable {
    package let schema: Schema
    package let laws: LawBook
    package let facts: FactBook
    package let frames: FrameBook
    package let calendar: WorkCalendar
    package let benchmarks: BenchmarkBook

    package init(
        schema: Schema, laws: LawBook, facts: FactBook, frames: FrameBook, calendar: WorkCalendar,
        benchmarks: BenchmarkBook = .empty
    ) {
        self.schema = schema
        self.laws = laws
        self.facts = facts
        self.frames = frames
        self.calendar = calendar
        self.benchmarks = benchmarks
    }

    /// Reads the rules of `rules/*.yaml`, one node a file.
    package func rules(_ files: [PackNode]) throws(PackError) -> [Rule] {
        var rules: [Rule] = []
        var ids: Set<String> = []
        for file in files {
            var mapping = try PackMapping(file)
            let topic = try mapping.required("subject").text
            for element in try mapping.required("rules").elements {
                let rule = try Rule(element, topic: topic, in: self)
                guard ids.insert(rule.id).inserted else {
                    throw PackError(.duplicate(kind: "规则", id: rule.id), at: rule.place)
                }
                rules.append(rule)
            }
            try mapping.finish()
        }
        return rules
    }
}
