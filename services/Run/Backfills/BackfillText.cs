using System.Globalization;
using Integration.Contracts.Operations;

namespace Integration.Run.Backfills;

/// <summary>How far a backfill is, in one line, and what it found.</summary>
internal static class BackfillText
{
    private const int Width = 24;

    /// <summary>The bar with counts, rate and time left.</summary>
    public static string Bar(BackfillReported run)
    {
        var share = run.Share ?? 0;
        var filled = (int)(share * Width);
        var bar = run.Share is null ? new string('·', Width) : new string('█', filled) + new string('░', Width - filled);
        var percent = run.Share is null ? "" : string.Create(CultureInfo.InvariantCulture, $" {share * 100,3:F0} %");
        var left = run.SecondsLeft is { } seconds ? $", about {Duration(TimeSpan.FromSeconds(seconds))} left" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{run.Lane} [{bar}]{percent}  {Counts(run)}, {run.PerSecond:F0}/s{left}{(run.Reason.Length > 0 ? $"  {run.Reason}" : "")}");
    }

    /// <summary>What came of it.</summary>
    public static IEnumerable<string> End(BackfillReported run)
    {
        yield return $"{run.Lane}: {run.State}. {Counts(run)}.{(run.Reason.Length > 0 ? $" {run.Reason}" : "")}";
        foreach (var sample in run.Samples) yield return $"  {sample.Number}: {sample.Message}";
        if (run.Problems > run.Samples.Count) yield return string.Create(CultureInfo.InvariantCulture, $"  … and {run.Problems - run.Samples.Count} more");
    }

    private static string Counts(BackfillReported run) => string.Create(CultureInfo.InvariantCulture,
        $"{run.Listed:N0} listed, {run.Sent:N0} {(run.DryRun ? "would be sent" : "given to the lane")}, {run.LeftOut:N0} left alone{(run.DryRun ? $", {run.Problems:N0} with problems" : "")}");

    private static string Duration(TimeSpan time) => time.TotalHours >= 1 ? $"{(int)time.TotalHours} h {time.Minutes} min" : time.TotalMinutes >= 1 ? $"{(int)time.TotalMinutes} min {time.Seconds} s" : $"{time.Seconds} s";
}
