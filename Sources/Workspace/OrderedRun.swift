/// Does the same work on many inputs at once and hands the results on in the order of the inputs.
public enum OrderedRun {
  /// - Parameters:
  ///   - jobs: how many are worked on at the same time.
  ///   - work: may run on any thread.
  ///   - emit: gets each result in turn; when it throws, the run ends.
  ///
  /// No more than a few results for each job wait at any time, so that memory does not grow with the number of inputs.
  public static func run<Result: Sendable, Failure: Error>(
    _ inputs: [String], jobs: Int, work: @escaping @Sendable (String) -> Result,
    emit: (String, Result) throws(Failure) -> Void
  ) async throws(Failure) {
    let jobs = max(1, jobs)
    if jobs == 1 || inputs.count < 2 {
      for input in inputs { try emit(input, work(input)) }
      return
    }
    var failure: Failure?
    await withTaskGroup(of: (Int, Result).self) { group in
      var started = 0
      var running = 0
      var emitted = 0
      var waiting: [Int: Result] = [:]
      func start() {
        while started < inputs.count, running < jobs, started - emitted < jobs * 4 {
          let index = started
          let input = inputs[index]
          group.addTask { (index, work(input)) }
          started += 1
          running += 1
        }
      }
      start()
      while let (index, result) = await group.next() {
        running -= 1
        waiting[index] = result
        while let next = waiting.removeValue(forKey: emitted) {
          do throws(Failure) { try emit(inputs[emitted], next) } catch {
            failure = error
            group.cancelAll()
            return
          }
          emitted += 1
        }
        start()
      }
    }
    if let failure { throw failure }
  }
}
