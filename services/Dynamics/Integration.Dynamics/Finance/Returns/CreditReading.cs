using System.Globalization;
using System.Runtime.CompilerServices;
using Integration.Connectors.Outcomes;
using Integration.Connectors.Ports;
using Integration.Contracts.Returns;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Finance.SalesOrders;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.Returns;

/// <summary>Reads posted credit notes with the orders that they belong to, and lists them.</summary>
internal sealed class CreditReading(FinanceClient client, ReturnStore returns, ReturnOrigins origins, CreditNoteList notes)
{
    /// <summary>Reads one.</summary>
    public async Task<ReadOutcome<FoundCredit>> ReadAsync(string number, CancellationToken ct)
    {
        var page = await client.AllAsync(InvoiceRecords.Set, new EntityQuery { Filter = Filter.Equal("InvoiceNumber", number), Select = InvoiceRecords.Fields }, ct);
        if (page.Failure is { } failure) return SaleReading.Failed<FoundCredit>(failure);
        foreach (var invoice in page.Records.Where(invoice => OrderComparison.Same(invoice.Text("InvoiceNumber"), number)))
            if (InvoiceRecords.Credit(invoice) is { } credit) return await FollowAsync(invoice, credit, ct);
        return new ReadOutcome<FoundCredit>.NotFound();
    }

    /// <summary>Those of the last days, with all that counts as a change: posted invoices have no change stamp, and do not change.</summary>
    public async IAsyncEnumerable<ChangePage> PagesAsync(DateTimeOffset since, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var page in notes.SinceAsync(since, ct))
        {
            var credits = page.Records.Select(InvoiceRecords.Credit).OfType<ErpCredit>();
            yield return new ChangePage([.. credits.Select(Listed)], page.SourceTime, page.Failure is null && page.Next is null, page.Failure) { IsWhole = true };
        }
    }

    /// <summary>Those of a day.</summary>
    public async IAsyncEnumerable<CreditPage> OfDayAsync(DateOnly day, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var page in notes.OfDayAsync(day, ct))
        {
            var credits = page.Records.Select(invoice => (Credit: InvoiceRecords.Credit(invoice), Reference: invoice.Text("CustomersOrderReference"))).Where(listed => listed.Credit is not null);
            yield return new CreditPage([.. credits.Select(listed => (listed.Credit!, listed.Reference))], page.Failure is null && page.Next is null, page.Failure);
        }
    }

    // An order with negative lines is credited without a return order: it is the sale itself then.
    private async Task<ReadOutcome<FoundCredit>> FollowAsync(FinanceRecord invoice, ErpCredit credit, CancellationToken ct)
    {
        var order = invoice.Text("SalesOrderNumber");
        IReadOnlyList<string> references = [invoice.Text("CustomersOrderReference")];
        var (returned, failure) = order.Length == 0 ? (null, null) : await returns.ReadAsync(order, ct);
        if (failure is not null) return SaleReading.Failed<FoundCredit>(failure);
        IReadOnlyList<string> orders = returned is null && order.Length > 0 ? [order] : [];
        if (returned is not null)
        {
            (orders, failure) = await origins.OfAsync(returned, ct);
            if (failure is not null) return SaleReading.Failed<FoundCredit>(failure);
            credit = credit with { Returns = [returned.Number], Exchange = returned.Header.Flag("IsReplacementSalesOrderCreated") };
            references = [.. references, returned.Header.Text("CustomersOrderReference")];
        }

        return new ReadOutcome<FoundCredit>.Found(new FoundCredit(
            credit, orders, [.. references.Where(reference => reference.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)], InvoiceRecords.StampOf(credit)));
    }

    private static ChangedRecord Listed(ErpCredit credit) => new(credit.Id, InvoiceRecords.StampOf(credit))
    {
        Content = string.Create(CultureInfo.InvariantCulture, $"{credit.Date:yyyy-MM-dd} {credit.Amount:0.############} {credit.Currency}"),
    };
}
