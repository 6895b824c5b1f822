import Service

/// The exit codes of Docs/formats/commands.md.
enum ExitStatus: Int32, Error {
    case fine = 0
    /// Something is wrong with the data: refused rows, findings of a lint, a failing example.
    case wrongData = 1
    /// Wrong use: an unknown name, a missing file, an option that cannot be.
    case wrongUse = 2
    /// The ledger does not verify.
    case ledgerFails = 3

    init(_ error: ServiceError) {
        self =
            switch error.kind {
            case .data: .wrongData
            case .use: .wrongUse
            case .ledger: .ledgerFails
            }
    }
}
