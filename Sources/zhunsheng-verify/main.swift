import Glibc

exit(VerifyCommand(arguments: Array(CommandLine.arguments.dropFirst())).run().rawValue)
