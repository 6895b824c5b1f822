import Foundation

/// Chromium without a window and without JavaScript, as the pages must do without it.
struct Browser {
    static let executable = "/usr/bin/chromium"
    static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: executable) }

    /// What one look at a page gave.
    struct Look {
        /// The document as the browser understood it.
        let dom: String
        /// A PNG picture.
        let picture: Data
    }

    let program: Program

    /// - Parameter program: Whose folder the browser's profile and pictures go to.
    init(program: Program) throws {
        self.program = program
        // The profile forbids scripts; with `--blink-settings=scriptEnabled=false` a headless Chromium shows nothing.
        let profile = program.folder.appendingPathComponent("profile/Default")
        try FileManager.default.createDirectory(at: profile, withIntermediateDirectories: true)
        let preferences = #"{"profile":{"default_content_setting_values":{"javascript":2}}}"#
        try preferences.write(
            to: profile.appendingPathComponent("Preferences"), atomically: true, encoding: .utf8)
    }

    func look(at address: String) throws -> Look {
        let picture = program.path("\(UUID().uuidString).png")
        let running = try program.start(
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
                "--user-data-dir=\(program.path("profile"))",
                "--window-size=1280,1400", "--screenshot=\(picture)", "--dump-dom", address,
            ], executable: URL(fileURLWithPath: Self.executable))
        running.process.waitUntilExit()
        return Look(
            dom: try String(contentsOf: running.output, encoding: .utf8),
            picture: try Data(contentsOf: URL(fileURLWithPath: picture)))
    }
}

extension Browser.Look {
    /// The addresses of the page's links, in order.
    var links: [String] {
        dom.matches(of: /<a [^>]*href="([^"]*)"/).map { String($0.output.1) }
    }

    /// What a person reads: the text without the markup.
    var text: String { dom.replacing(/<[^>]*>/, with: " ").replacing(/\s+/, with: " ") }
}
