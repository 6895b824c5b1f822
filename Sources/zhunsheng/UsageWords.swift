/// The argument parser's English in the users' language.
enum UsageWords {
    /// What the parser says, and what it says here, in the order in which the words are replaced.
    private static let sentences = [
        ("Error: Unknown option ", "用法有误：没有选项 "),
        (". Did you mean ", "；是不是 "),
        ("Error: Unexpected argument ", "用法有误：不认识 "),
        ("Error: Missing expected argument ", "用法有误：缺少参数 "),
        ("Error: Missing one of: ", "用法有误：缺少其一："),
        ("Error: Missing value for ", "用法有误：没有给出值："),
        ("Error: The value ", "用法有误：值 "),
        (" is invalid for ", " 不能用于 "),
        (". Please provide one of ", "；可用的有 "),
        ("Error: ", "用法有误："),
    ]

    /// - Parameter message: What the parser wrote: the fault, then the help of the option, then the usage.
    static func chinese(_ message: String) -> String {
        var lines = message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let fault = lines.first else { return message }
        lines[0] = sentences.reduce(fault) { $0.replacing($1.0, with: $1.1) }
        for index in lines.indices.dropFirst() {
            lines[index] = lines[index].replacing("Help: ", with: "说明：").replacing("Usage: ", with: "用法：")
            if lines[index].contains("--help' for more information") {
                let command = lines[index].split(separator: "'").dropFirst().first ?? "zhunsheng --help"
                lines[index] = "全部选项：\(command)"
            }
        }
        return lines.joined(separator: "\n")
    }
}
