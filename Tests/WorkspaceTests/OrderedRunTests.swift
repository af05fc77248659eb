import Synchronization
import Testing

@testable import Workspace

@Suite struct OrderedRunTests {
  @Test(arguments: [1, 2, 3, 16])
  func resultsComeInOrder(jobs: Int) async {
    let inputs = (0..<200).map(String.init)
    var got: [String] = []
    await OrderedRun.run(inputs, jobs: jobs) { input -> String in
      // Uneven work, so that later inputs finish first.
      var sum = 0
      for number in 0..<(Int(input).map { $0 % 7 * 2000 } ?? 0) { sum &+= number }
      return sum < 0 ? "" : input
    } emit: {
      got.append($0 == $1 ? $1 : "?")
    }
    #expect(got == inputs)
  }

  @Test func noMoreThanTheJobsRunAtOnce() async {
    let running = Mutex((now: 0, most: 0))
    await OrderedRun.run((0..<100).map(String.init), jobs: 2) { input -> Int in
      running.withLock {
        $0.now += 1
        $0.most = max($0.most, $0.now)
      }
      defer { running.withLock { $0.now -= 1 } }
      return (0..<20_000).reduce(0, &+)
    } emit: { _, _ in
    }
    #expect(running.withLock(\.most) <= 2)
  }

  @Test func anErrorOfTheOutputEndsTheRun() async {
    struct Full: Error {}
    var emitted = 0
    await #expect(throws: Full.self) {
      try await OrderedRun.run((0..<50).map(String.init), jobs: 2) {
        $0
      } emit: { (_, _) throws(Full) in
        emitted += 1
        if emitted == 3 { throw Full() }
      }
    }
    #expect(emitted == 3)
  }
}
