using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;

namespace Integration.Dynamics.Finance.Payments;

/// <summary>What a refused journal line means. F&amp;O's texts are the only sign and are documented nowhere, so they are matched loosely.</summary>
internal static class JournalRefusals
{
    // Two lines that were added in the same moment took the same number, or touched the same header.
    private static readonly string[] Passing = ["already exists", "update conflict", "being edited", "in use by another"];

    /// <summary>Names a closed period by its field, and makes a clash with another write one that is tried again.</summary>
    public static WriteOutcome Judged(WriteOutcome.Rejected rejected)
    {
        if (rejected.Reasons.Any(reason => Passing.Any(words => reason.Message.Contains(words, StringComparison.OrdinalIgnoreCase))))
            return new WriteOutcome.Unavailable("Another write to the same journal went before; F&O stored nothing.");
        return new WriteOutcome.Rejected([.. rejected.Reasons.Select(reason => TellsOfPeriod(reason) ? reason with { Field = PaymentFields.ClosedPeriod } : reason)]);
    }

    /// <summary>True when the books are closed for the date.</summary>
    public static bool IsClosedPeriod(WriteOutcome? failure) => failure is WriteOutcome.Rejected rejected && rejected.Reasons.Any(reason => reason.Field == PaymentFields.ClosedPeriod);

    private static bool TellsOfPeriod(Reason reason) => reason.Message.Contains("period", StringComparison.OrdinalIgnoreCase)
        && (reason.Message.Contains("closed", StringComparison.OrdinalIgnoreCase) || reason.Message.Contains("not open", StringComparison.OrdinalIgnoreCase) || reason.Message.Contains("on hold", StringComparison.OrdinalIgnoreCase)
            || reason.Message.Contains("fiscal", StringComparison.OrdinalIgnoreCase) || reason.Message.Contains("ledger", StringComparison.OrdinalIgnoreCase));
}
