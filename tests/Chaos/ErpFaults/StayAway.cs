using Integration.Tests.Chaos.Harness;

namespace Integration.Tests.Chaos.ErpFaults;

/// <summary>Calls that came although the ERP had asked to stay away.</summary>
internal static class StayAway
{
    // Calls that were on the wire when the 429 came were sent in good faith.
    private static readonly TimeSpan OnTheWire = TimeSpan.FromMilliseconds(300);

    /// <param name="calls">Calls in the order in which they came.</param>
    /// <param name="retryAfter">What each 429 asked for.</param>
    public static IEnumerable<string> Violations(IReadOnlyList<StandInCall> calls, TimeSpan retryAfter)
    {
        for (var index = 0; index < calls.Count; index++)
        {
            var refusal = calls[index];
            if (refusal.Status != 429) continue;
            foreach (var call in calls.Skip(index + 1).TakeWhile(call => call.At < refusal.AnsweredAt + retryAfter).Where(call => call.At > refusal.AnsweredAt + OnTheWire))
            {
                yield return $"{call.Method} {call.Target} came {(call.At - refusal.AnsweredAt).TotalMilliseconds:0} ms after a 429 that asked for {retryAfter.TotalSeconds:0} s";
            }
        }
    }
}
