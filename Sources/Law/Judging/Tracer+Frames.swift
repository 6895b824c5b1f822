/// The statutory ranges behind a judgement: 行政处罚法 第37条 lets nobody compare two laws of which only one is shown.
extension Tracer {
    /// The range in force on the day that picks the version and, when the rule names another moment on whose day
    /// another version was in force, that one too.
    func frames(_ trace: Trace) -> [Proof.Frame] {
        guard case .frame(let plan)? = trace.versionPlan?.form, let pivot = trace.pivot,
            let frame = frame(plan, trace)
        else { return [] }
        let applied = version(of: frame, on: pivot)
        var shown = [
            Proof.Frame(title: "适用的法定幅度", text: text(applied, of: frame, plan, trace) ?? "当日没有这种行为的幅度")
        ]
        guard let beside = plan.beside, let other = day(of: beside, trace), other != pivot else {
            return shown
        }
        let compared = version(of: frame, on: other)
        if compared != applied {
            shown.append(
                Proof.Frame(
                    title: "按\(beside.label)（\(other.chinese)）施行的法定幅度，供比较",
                    text: text(compared, of: frame, plan, trace) ?? "当日没有这种行为的幅度"))
        }
        return shown
    }

    /// The name of the tier that a record says, where the binding is the tier of a frame.
    func tierName(_ binding: Binding, _ trace: Trace) -> String? {
        guard case .frame(let plan)? = trace.versionPlan?.form, binding == plan.tierBinding,
            let pivot = trace.pivot, let frame = frame(plan, trace)
        else { return nil }
        return tier(plan, trace, in: version(of: frame, on: pivot))?.name
    }

    private func frame(_ plan: FramePlan, _ trace: Trace) -> PenaltyFrame? {
        guard case .text(let id) = trace.machine.value(of: plan.frameBinding, at: trace.row) else {
            return nil
        }
        return book.pack.frames.frame(id)
    }

    private func version(of frame: PenaltyFrame, on day: Day) -> PenaltyFrame.Version? {
        frame.versions.first { $0.inForce.contains(day) }
    }

    private func tier(
        _ plan: FramePlan, _ trace: Trace, in version: PenaltyFrame.Version?
    ) -> PenaltyFrame.Tier? {
        guard case .text(let id) = trace.machine.value(of: plan.tierBinding, at: trace.row) else {
            return nil
        }
        return version?.tiers.first { $0.id == id }
    }

    private func day(of binding: Binding, _ trace: Trace) -> Day? {
        switch trace.machine.value(of: binding, at: trace.row) {
        case .day(let day): day
        case .moment(let moment): moment.day
        default: nil
        }
    }

    /// `殴打他人、故意伤害“情节较轻”：罚款500元以下（《……》第四十三条第一款）`
    private func text(
        _ version: PenaltyFrame.Version?, of frame: PenaltyFrame, _ plan: FramePlan, _ trace: Trace
    ) -> String? {
        guard let version else { return nil }
        let basis = version.basis.map(\.description).joined(separator: "、")
        guard let tier = tier(plan, trace, in: version) else { return "\(frame.name)没有登记的这一档（\(basis)）" }
        return "\(frame.name)“\(tier.name)”：\(tier.words(plan.kind))（\(basis)）"
    }
}

extension PenaltyFrame.Tier {
    fileprivate func words(_ kind: PenaltyFrame.Kind) -> String {
        let (name, unit) = kind == .fine ? ("罚款", "元") : ("拘留", "日")
        guard let range = range(of: kind) else { return "没有\(name)" }
        let least = range.least == Number(0) ? "" : "\(range.least)\(unit)以上"
        return "\(name)\(least)\(range.most)\(unit)以下"
    }
}
