package import Pack

/// All penalty frames of a pack.
package struct FrameBook: Sendable {
    package let frames: [PenaltyFrame]

    /// The field of a case that names its frame.
    package static let caseField = "frame"

    package static let empty = FrameBook(frames: [])

    private init(frames: [PenaltyFrame]) { self.frames = frames }

    /// Reads `frames/*.yaml`, one node a file.
    package init(_ files: [PackNode], laws: LawBook) throws(PackError) {
        var frames: [PenaltyFrame] = []
        for file in files {
            var mapping = try PackMapping(file)
            for element in try mapping.required("frames").elements {
                let frame = try PenaltyFrame(element, laws: laws)
                guard !frames.contains(where: { $0.id == frame.id }) else {
                    throw PackError(.duplicate(kind: "处罚幅度", id: frame.id), at: frame.place)
                }
                frames.append(frame)
            }
            try mapping.finish()
        }
        self.frames = frames
    }

    package func frame(_ id: String) -> PenaltyFrame? { frames.first { $0.id == id } }
}
