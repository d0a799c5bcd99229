using Integration.Connectors.Pairs;
using Integration.Console.Reconciliation.Comparing;

namespace Integration.Console.Reconciliation.Running;

/// <summary>
/// What one more look makes of a finding: nobody is told, and nothing mended, before it was seen twice; what changed a moment before the look is looked at
/// again. Pure: everything it decides by is given.
/// </summary>
/// <param name="settings">The pair's settings.</param>
/// <param name="now">When the look began, Unix milliseconds.</param>
internal sealed class Verdicts(ReconciliationSettings settings, long now)
{
    /// <summary>Of a difference seen for the first time.</summary>
    public string OfNew(Discrepancy difference, string? explanation) =>
        explanation is not null ? FindingStates.Explained : IsYoung(difference) ? FindingStates.InFlight : FindingStates.Seen;

    /// <summary>Of a finding that was there before and is there again; <see cref="FindingStates.Healing"/> means mend it now where it was not mended before.</summary>
    public string OfSeenAgain(FindingRow before, Discrepancy difference, string? explanation, bool canHeal) => before.State switch
    {
        FindingStates.InFlight or FindingStates.Seen when explanation is not null => FindingStates.Explained,
        FindingStates.InFlight or FindingStates.Seen when IsYoung(difference) => FindingStates.InFlight,
        FindingStates.InFlight => FindingStates.Seen,
        FindingStates.Seen => canHeal ? FindingStates.Healing : FindingStates.Open,
        FindingStates.Healing when now - before.HealingAt > (long)settings.HealWithin.TotalMilliseconds => FindingStates.Open,
        _ => before.State,
    };

    /// <summary>Of a finding that is gone.</summary>
    public static string OfGone(FindingRow before) => before.State switch
    {
        FindingStates.Seen or FindingStates.InFlight => FindingStates.Vanished,
        FindingStates.Healing => FindingStates.Healed,
        FindingStates.Open => FindingStates.FalseAlarm,
        var settled => settled,
    };

    private bool IsYoung(Discrepancy difference) => difference.ChangedAt > 0 && now - difference.ChangedAt < (long)settings.Grace.TotalMilliseconds;
}
