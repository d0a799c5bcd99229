using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Connectors.Outcomes;
using Integration.Contracts.Operations;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.SalesOrders;

/// <summary>Says which line of the order a refusal of a change set is about: by the call's number where the answer has it, else by the item that the text names.</summary>
internal static class RefusedLine
{
    /// <summary>The refusal with the line and its item in every reason.</summary>
    /// <param name="rejected">Why the change set failed.</param>
    /// <param name="failedCall">Number of the call, from 1, or null.</param>
    /// <param name="calls">For each call the line that it is about; null for the header's.</param>
    /// <param name="document">The order's lines.</param>
    public static WriteOutcome.Rejected Named(WriteOutcome.Rejected rejected, int? failedCall, IReadOnlyList<JsonObject?> calls, IReadOnlyList<JsonObject> document) =>
        new([.. rejected.Reasons.Select(reason => Named(reason, failedCall, calls, document))]);

    private static Reason Named(Reason reason, int? failedCall, IReadOnlyList<JsonObject?> calls, IReadOnlyList<JsonObject> document)
    {
        var isKnown = failedCall is { } call && call >= 1 && call <= calls.Count;
        var line = isKnown ? calls[failedCall!.Value - 1] : calls.FirstOrDefault(candidate => candidate is not null && Names(reason.Message, candidate.Text("ItemNumber")));
        if (line is null) return isKnown && reason.Field.Length > 0 ? reason with { Field = $"header.{reason.Field}" } : reason;
        var item = line.Text("ItemNumber");
        var at = string.Create(CultureInfo.InvariantCulture, $"lines[{document.Index().First(other => ReferenceEquals(other.Item, line)).Index}].{(reason.Field.Length > 0 ? reason.Field : "ItemNumber")}");
        return reason with { Field = at, Message = Names(reason.Message, item) ? reason.Message : $"{reason.Message.TrimEnd('.')} (item {item})." };
    }

    private static bool Names(string message, string item) => item.Length > 0 && message.Contains(item, StringComparison.OrdinalIgnoreCase);
}
