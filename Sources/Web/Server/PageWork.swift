import Dispatch

/// Runs the work of a page, which blocks on the store, away from the server's own threads.
///
/// Swift's cooperative pool has one thread a core, two on the machines this runs on: two slow reports on it would stop
/// every other connection. Dispatch adds threads while others block.
struct PageWork: Sendable {
    private let queue = DispatchQueue(label: "zhunsheng.pages", attributes: .concurrent)

    func run<Result: Sendable>(_ work: @escaping @Sendable () -> Result) async -> Result {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: work()) }
        }
    }
}
