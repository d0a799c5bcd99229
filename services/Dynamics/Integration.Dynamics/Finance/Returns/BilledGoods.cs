using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Finance.SalesOrders;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.Returns;

/// <summary>Reads the goods on the posted invoices of an order, in the order of billing.</summary>
internal sealed class BilledGoods(FinanceClient client)
{
    private const string Lines = "SalesInvoiceV4Lines";
    private const string Type = "Invoice";
    private const int InvoicesOfOneCall = 20;

    /// <summary>Items with where they were billed; credit notes are left out.</summary>
    public async Task<(IReadOnlyList<(string Item, InvoicedGoods Goods)> Billed, WriteOutcome? Failure)> OfOrderAsync(string order, CancellationToken ct)
    {
        var invoices = await client.AllAsync(InvoiceRecords.Set, new EntityQuery { Filter = Filter.Equal("SalesOrderNumber", order), Select = ["InvoiceNumber", "InvoiceDate", "SalesOrderNumber"] }, ct);
        if (invoices.Failure is { } failure) return ([], failure);
        var numbers = invoices.Records.Where(invoice => OrderComparison.Same(invoice.Text("SalesOrderNumber"), order))
            .OrderBy(invoice => invoice.Date("InvoiceDate")).ThenBy(invoice => invoice.Text("InvoiceNumber"), StringComparer.Ordinal).Select(invoice => invoice.Text("InvoiceNumber")).Distinct(StringComparer.Ordinal).ToList();
        var billed = new List<(string Item, InvoicedGoods Goods)>();
        foreach (var some in numbers.Chunk(InvoicesOfOneCall))
        {
            var lines = await client.AllAsync(Lines, new EntityQuery
            {
                Filter = Filter.Any([.. some.Select(number => Filter.Equal("InvoiceNumber", number))]), Select = ["InvoiceNumber", "LineCreationSequenceNumber", "ProductNumber", "InvoicedQuantity"],
            }, ct);
            if (lines.Failure is { } unread) return ([], unread);
            billed.AddRange(lines.Records.Where(line => line.Number("InvoicedQuantity") is > 0 && some.Contains(line.Text("InvoiceNumber"), StringComparer.Ordinal))
                .OrderBy(line => Array.IndexOf(some, line.Text("InvoiceNumber"))).ThenBy(Sequence)
                .Select(line => (line.Text("ProductNumber"), new InvoicedGoods(Type, line.Text("InvoiceNumber"), Sequence(line), line.Number("InvoicedQuantity") ?? 0))));
        }

        return (billed, null);
    }

    private static int Sequence(FinanceRecord line) => (int)(line.Number("LineCreationSequenceNumber") ?? 0);
}
