@main struct Claimlint { static func main() {} }
