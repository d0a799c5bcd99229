using Integration.Acumatica.Protocol;
using Integration.Acumatica.SalesOrders;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Outcomes;

namespace Integration.Acumatica.Returns;

/// <summary>
/// Finds the sale that goods came back from. A return order's lines name the invoice line that billed them; they do not name the order, so the invoice is
/// asked. Where they name none, our reference leads there.
/// </summary>
internal sealed class ReturnOrigins(EntityClient client, AcumaticaSettings settings)
{
    /// <summary>The ids of the orders, or why they could not be read.</summary>
    public async Task<(IReadOnlyList<string> Orders, WriteOutcome? Failure)> OfAsync(Session session, EntityRecord returned, CancellationToken ct)
    {
        var orders = new List<string>();
        foreach (var (type, number) in returned.Rows("Details").Where(line => line.Text("InvoiceNbr").Length > 0)
            .Select(line => (Type: line.Text("InvoiceType") is { Length: > 0 } given ? given : "Invoice", Number: line.Text("InvoiceNbr"))).Distinct())
        {
            var invoice = await client.ReadAsync(session, "SalesInvoice", [type, number], new EntityQuery { Expand = "Details" }, ct);
            if (invoice.Failure is { } failure && !invoice.Missing) return ([], failure);
            orders.AddRange(invoice.Record.Rows("Details").Select(line => OrderLookup.Id(line)).Where(id => settings.OrderTypes.Contains(id.Type)).Select(id => id.ToString()));
        }

        if (orders.Count > 0 || Ours(returned.Text("ExternalRef")) is not { } reference) return ([.. orders.Distinct(StringComparer.Ordinal)], null);
        var types = Filter.Any([.. settings.OrderTypes.Select(type => Filter.Equal("OrderType", type))]);
        var listed = await client.ListAsync(session, "SalesOrder",
            new EntityQuery { Filter = Filter.All(types, Filter.Equal("ExternalRef", reference)), Select = "OrderType,OrderNbr,ExternalRef", Top = 10 }, ct);
        return listed.Failure is { } unlisted ? ([], unlisted) : ([.. listed.Records.Select(order => OrderLookup.Id(order).ToString())], null);
    }

    // A return's reference is its order's with a slash and the return's id.
    private static string? Ours(string reference) => reference.Length == 0 ? null : reference.LastIndexOf('/') is var slash and > 0 ? reference[..slash] : reference;
}
