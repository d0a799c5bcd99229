using Integration.Connectors.Outcomes;

namespace Integration.XCart.Probing;

/// <summary>A failed call in plain words.</summary>
internal static class Words
{
    public static string Of(WriteOutcome outcome) => outcome switch
    {
        WriteOutcome.Denied denied => denied.Reason,
        WriteOutcome.Unavailable unavailable => unavailable.Reason,
        WriteOutcome.Unknown unknown => unknown.Reason,
        WriteOutcome.Throttled throttled => $"The shop asks to wait {throttled.After.TotalSeconds:0} seconds.",
        WriteOutcome.Rejected rejected => string.Join(" ", rejected.Reasons.Select(reason => reason.Message)),
        _ => outcome.GetType().Name,
    };
}
