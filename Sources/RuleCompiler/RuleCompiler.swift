@main struct RuleCompiler { static func main() {} }
