namespace Integration.Console.Reconciliation.Running;

/// <summary>How long a reconciliation waits.</summary>
internal static class ListTimes
{
    /// <summary>Without a sign of a side within this time a run is given up: its connection is paused or its service down.</summary>
    public static TimeSpan AnswerWithin { get; } = TimeSpan.FromHours(2);

    /// <summary>The second look follows at once: it only keeps records that moved between the two sides' lists from being findings.</summary>
    public static TimeSpan SecondLook { get; } = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan[] AfterHealing = [.. new[] { 2, 3, 5, 10, 20, 40 }.Select(seconds => TimeSpan.FromSeconds(seconds))];

    /// <summary>When to look whether what is being mended is mended, the longer the longer it lasts.</summary>
    public static TimeSpan Recheck(int pass) => AfterHealing[Math.Clamp(pass - 2, 0, AfterHealing.Length - 1)];
}
