using System.Globalization;
using System.Text.Json.Nodes;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Pairs.Lanes;
using Integration.Connectors.Ports;
using Integration.Contracts.Operations;

namespace Integration.Acumatica.Payments;

/// <summary>Puts and releases documents with a date, minding closed periods.</summary>
internal static class PaymentWrite
{
    private const int MostPeriods = 12;

    /// <summary>
    /// Sends the document. Where the pair allows it, one that is refused for its period is sent with the first day of each following month, up to the
    /// present one; the answer then tells the date. The API refuses before it stores, so that each attempt leaves nothing behind.
    /// </summary>
    public static async Task<(EntityAnswer Answer, string Echo)> PutAsync(
        EntityClient client, Session session, string entity, string dateField, JsonObject document, EntityQuery query, PaymentLane settings, TimeProvider clock, CancellationToken ct)
    {
        var answer = Judged(await client.PutAsync(session, entity, Wire.Wrap(document), query, ct), dateField);
        if (settings.ClosedPeriods != ClosedPeriods.NextOpen || !DateOnly.TryParse((string?)document[dateField], CultureInfo.InvariantCulture, out var date)) return (answer, "");
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        for (var month = 1; IsClosed(answer) && month <= MostPeriods; month++)
        {
            var next = new DateOnly(date.Year, date.Month, 1).AddMonths(month);
            if (next > today) break;
            var moved = document.DeepClone().AsObject();
            moved[dateField] = next.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            answer = Judged(await client.PutAsync(session, entity, Wire.Wrap(moved), query, ct), dateField);
            if (answer.Failure is null) return (answer, PaymentFields.BookedOn + next.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        return (answer, "");
    }

    /// <summary>Releases a document; null when that went well.</summary>
    public static async Task<WriteOutcome?> ReleaseAsync(EntityClient client, Session session, PaymentId id, CancellationToken ct)
    {
        var answer = await client.ActAsync(session, "Payment", "ReleasePayment", Wire.Wrap(Keys(id)), ct);
        return Judged(answer, "").Failure;
    }

    /// <summary>The keys of a payment.</summary>
    public static JsonObject Keys(PaymentId id) => new() { ["Type"] = id.Type, ["ReferenceNbr"] = id.Number };

    /// <summary>Names a refusal for a closed, inactive or missing period; its texts are the only sign (seen in the community, so matched loosely).</summary>
    public static EntityAnswer Judged(EntityAnswer answer, string dateField) => answer.Failure is WriteOutcome.Rejected rejected && rejected.Reasons.Any(reason => TellsOfPeriod(reason, dateField))
        ? answer with { Failure = new WriteOutcome.Rejected([.. rejected.Reasons.Select(reason => TellsOfPeriod(reason, dateField) ? reason with { Field = PaymentFields.ClosedPeriod } : reason)]) }
        : answer;

    private static bool IsClosed(EntityAnswer answer) => answer.Failure is WriteOutcome.Rejected rejected && rejected.Reasons.Any(reason => reason.Field == PaymentFields.ClosedPeriod);

    private static bool TellsOfPeriod(Reason reason, string dateField) =>
        reason.Message.Contains("financial period", StringComparison.OrdinalIgnoreCase)
        || (dateField.Length > 0 && reason.Field == dateField && reason.Message.Contains("period", StringComparison.OrdinalIgnoreCase));
}
