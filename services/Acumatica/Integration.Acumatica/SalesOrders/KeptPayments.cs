using System.Text.Json.Nodes;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Outcomes;

namespace Integration.Acumatica.SalesOrders;

/// <summary>
/// Payments outlive the order that they came with. A document that brings one which the ERP has already names it, so that it is applied and not made a
/// second time.
/// </summary>
internal sealed class KeptPayments(EntityClient client)
{
    private const string Fields = "Type,ReferenceNbr,Status,ExternalRef";

    /// <summary>The document with the payments that are known; or why they could not be looked for, when nothing was written.</summary>
    public async Task<(JsonObject Document, WriteOutcome? Failure)> ApplyAsync(Session session, JsonObject document, CancellationToken ct)
    {
        var known = document.DeepClone().AsObject();
        foreach (var payment in OrderAmounts.Rows(known, "Payments"))
        {
            if (OrderAmounts.Text(payment, "ExternalRef") is not { Length: > 0 } key) continue;
            var answer = await client.ListAsync(session, "Payment", new EntityQuery { Filter = Filter.Equal("ExternalRef", key), Select = Fields, Top = 10 }, ct);
            if (answer.Failure is { } failure) return (document, failure);
            var kept = answer.Records.Where(record => record.Text("Status") != "Voided" && record.Text("Type") is ("Payment" or "Prepayment")).ToList();
            if (kept.Count == 0) continue;
            // What the payment says of itself stays as it is.
            foreach (var field in (string[])["PaymentMethod", "CashAccount", "PaymentRef", "Hold"]) payment.Remove(field);
            payment["DocType"] = kept[0].Text("Type");
            payment["ReferenceNbr"] = kept[0].Text("ReferenceNbr");
        }

        return (known, null);
    }
}
