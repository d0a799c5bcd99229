using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Amounts;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Reconciliation;
using Integration.Contracts.Records;
using Integration.Dynamics.Finance.Protocol;
using Integration.Dynamics.Finance.Returns;
using Integration.Dynamics.Finance.SalesOrders;
using Integration.Dynamics.Protocol;

namespace Integration.Dynamics.Finance.Lists;

/// <summary>
/// Sales orders that carry the shop's reference, by their requested shipping date: the only date of an order's own that the shop gives. Pages run along the order number, and the amount is
/// that of the lines, because F&amp;O need not have calculated the header's totals.
/// </summary>
internal sealed class SalesOrderList(FinanceClient client, DynamicsSettings settings) : IRecordList
{
    private const string Number = "SalesOrderNumber";
    private const string Day = "RequestedShippingDate";

    private static readonly string[] Fields = [.. StoredOrder.HeaderFields, Day];

    /// <inheritdoc />
    public string Entity => Entities.Order;

    /// <inheritdoc />
    public async Task<ListPage> PageAsync(ListQuestion question, CancellationToken ct)
    {
        var page = await client.ListAsync(settings.HeaderEntity, Query(question), ct);
        if (page.Failure is { } failure) return new ListPage.Failed(failure);
        var next = page.Records.Count > 0 && (page.Records.Count >= settings.PageSize || page.Next is not null) ? page.Records[^1].Text(Number) : null;
        var ours = page.Records.Where(header => header.Text("CustomersOrderReference") is var reference && !ReturnReference.IsOne(reference)
            && reference.StartsWith($"{question.Pair.StorefrontCode}-", StringComparison.OrdinalIgnoreCase)).ToList();
        if (ours.Count == 0) return new ListPage.Read([], next);
        var lines = await client.AllAsync(settings.LineEntity, new EntityQuery { Filter = Filter.Between(Number, ours[0].Text(Number), ours[^1].Text(Number)), Select = StoredOrder.LineFields }, ct);
        if (lines.Failure is { } unread) return new ListPage.Failed(unread);
        var byOrder = lines.Records.ToLookup(line => line.Text(Number), StringComparer.OrdinalIgnoreCase);
        return new ListPage.Read([.. ours.Select(header => Record(new StoredOrder(header, StoredOrder.InOrder(byOrder[header.Text(Number)])), question.Pair))], next);
    }

    private ListedRecord Record(StoredOrder order, PairDefinition pair)
    {
        var currency = order.Header.Text("CurrencyCode");
        return new ListedRecord
        {
            Key = order.Reference,
            Id = order.Number,
            Number = order.Number,
            State = OrderStatus.Of(order, settings.Items) == ErpOrderStatus.Cancelled ? ListedStates.Cancelled : ListedStates.Active,
            Amount = Currencies.Round(order.Lines.Where(line => line.Text("SalesOrderLineStatus") != "Canceled").Sum(line => line.Number("LineAmount") ?? 0), currency),
            Currency = currency,
            At = order.Header.Date(Day) is { } day ? DaySpan.StartOf(day, pair.TimeZone) : null,
            ChangedAt = order.Header.Moment("OrderCreationDateTime"),
        };
    }

    private EntityQuery Query(ListQuestion question)
    {
        List<string> filters = [Filter.NotEmpty("CustomersOrderReference")];
        if (question.Days is { } days) filters.Add(FinanceFilter.OnDays(Day, days.First, days.Last));
        if (question.Cursor is { Length: > 0 } after) filters.Add(Filter.After(Number, after));
        return new EntityQuery { Filter = Filter.All(filters), Select = Fields, OrderBy = Number, Top = settings.PageSize };
    }
}
