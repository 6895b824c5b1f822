import Law

extension BureauYear {
    private static let agencies = ["云栖市示例市场监督管理局", "云栖市示例生态环境局", "云栖市示例农业农村局"]

    /// 行政执法机关移送: signed on arrival, decided within three days, or forwarded within 24 hours
    /// (行政执法机关移送涉嫌犯罪案件的规定 第7、8条).
    mutating func receiveTransfers() {
        var transfers: [TransferDraft] = []
        var numbers = [1, 1, 1]
        for month in months {
            for turn in 0..<rng.between(1...3) {
                let agency = rng.below(Self.agencies.count)
                guard let day = day(month, 3 + turn * 7 + rng.below(5)) else { continue }
                var transfer = TransferDraft(
                    agency: Self.agencies[agency], agencyNumber: "移〔\(year)〕\(numbers[agency])号",
                    receivedAt: Moment(day, hour: rng.between(9...15), minute: rng.below(60)))
                numbers[agency] += 1
                settle(&transfer)
                transfers.append(transfer)
            }
        }
        file(transfers, faults: faults(among: transfers.count))
    }

    /// Which transfers carry which fault, each kind once a year.
    private mutating func faults(among count: Int) -> [Int: TransferFault] {
        var faults: [TransferFault] = options.plantsFaults ? TransferFault.allCases : []
        let isAskedFor = year == 2025 && options.counterExamples.contains(.noTransferRefused)
        if isAskedFor, !options.plantsFaults { faults = [.neverRegistered] }
        let places = rng.shuffled(Array(0..<count)).prefix(faults.count)
        return Dictionary(uniqueKeysWithValues: zip(places, faults))
    }

    private mutating func file(_ transfers: [TransferDraft], faults: [Int: TransferFault]) {
        for (index, transfer) in transfers.enumerated() {
            var transfer = transfer
            if let fault = faults[index] {
                fault.change(&transfer, calendar)
                key += fault.key(transfer)
            }
            records.append(transfer.listed(writer))
            guard faults[index] != .neverRegistered else { continue }
            records.append(transfer.record(writer))
            truth.count("F14")
        }
    }

    private mutating func settle(_ transfer: inout TransferDraft) {
        let received = transfer.receivedAt
        transfer.receiptSignedAt = received.adding(minutes: rng.between(5...30))
        if rng.chance(percent: 15) {
            transfer.ownJurisdiction = false
            transfer.outcome = "forwarded"
            transfer.forwardedAt = received.adding(minutes: rng.between(120...1400))
            transfer.noticeAt = transfer.forwardedAt
            return
        }
        transfer.acceptedAt = received.adding(minutes: 60)
        transfer.decidedAt = received.adding(minutes: 60 + rng.between(600...4200))
        transfer.noticeAt = transfer.decidedAt?.adding(minutes: 60)
        transfer.outcome = rng.chance(percent: 70) ? "filed" : "not-filed"
        if transfer.outcome == "not-filed" { transfer.materialReturnedAt = transfer.noticeAt }
        // 移送规定 第12条: within three days of the notice.
        if transfer.outcome == "filed" {
            transfer.propertyMovedAt = transfer.noticeAt?.adding(minutes: rng.between(300...2800))
        }
    }
}
