package import Ledger

extension WitnessFolder {
    /// Cosigns a checkpoint, or says why not. What is given back is on the disk already.
    ///
    /// One request at a time for each log, whichever process it reaches: the state is read, judged and replaced under a
    /// lock, and a request that was still on its way when another was answered finds the new state.
    ///
    /// - Parameter time: Seconds since 1970-01-01T00:00:00Z, asked for under the lock.
    /// - Throws: `WitnessRefusal`; `WitnessFault` or `StorageError` when the witness itself is not in order.
    package func answer(_ request: AddCheckpoint, at time: () -> UInt64) throws -> Witness.Cosigned {
        try answer(of: try Witness.origin(of: request), at: time) { _ in request }
    }

    /// The same for a parcel that came across an air gap: the request from the size that this witness holds.
    package func answer(_ parcel: WitnessParcel, at time: () -> UInt64) throws -> Witness.Cosigned {
        let request = parcel.request(from: 0)
        return try answer(of: try Witness.origin(of: request), at: time) { parcel.request(from: $0) }
    }

    private func answer(
        of origin: String, at time: () -> UInt64, request: (_ size: Int) -> AddCheckpoint
    ) throws -> Witness.Cosigned {
        let witness = Witness(key: try key())
        let place = place(of: origin)
        guard place.isFollowed else { throw WitnessRefusal.unknownLog(origin: origin) }
        return try File.locked(place.lock) {
            let log = try place.read(by: witness.key.verifier)
            let request = request(log.size)
            do {
                let cosigned = try witness.cosign(request, of: log, at: time())
                try File.write(cosigned.note.bytes, to: place.last, mode: 0o600)
                return cosigned
            } catch let refusal as WitnessRefusal {
                if refusal.isEvidence || log.isForked(by: request) { try place.keep(request) }
                throw refusal
            }
        }
    }
}
