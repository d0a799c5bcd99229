using System.Globalization;
using Integration.Acumatica.Protocol;
using Integration.Acumatica.SalesOrders;
using Integration.Acumatica.Sessions;
using Integration.Connectors.Pairs;
using Integration.Connectors.Ports;
using Integration.Contracts.Amounts;
using Integration.Contracts.OrderToCash;
using Integration.Contracts.Reconciliation;
using Integration.Contracts.Records;

namespace Integration.Acumatica.Lists;

/// <summary>
/// Sales orders that carry the shop's reference, by their own date. Pages run along the order number within each order type, as sweeps do: the
/// guarantees of <c>$skip</c> are not documented.
/// </summary>
internal sealed class SalesOrderList(EntityClient client, SessionPool sessions, AcumaticaSettings settings) : IRecordList
{
    private const string Fields = "OrderType,OrderNbr,Status,ExternalRef,OrderTotal,CurrencyID,Date,LastModified";

    /// <inheritdoc />
    public string Entity => Entities.Order;

    /// <inheritdoc />
    public async Task<ListPage> PageAsync(ListQuestion question, CancellationToken ct)
    {
        var (index, after) = Parse(question.Cursor);
        var answer = await sessions.UseAsync(session => client.ListAsync(session, "SalesOrder", Query(question.Days, settings.OrderTypes[index], after), ct), ct);
        if (answer.Failure is { } failure) return new ListPage.Failed(failure);
        var rows = answer.Records;
        var full = rows.Count >= settings.PageSize;
        if (KeyOrder.Refusal(rows, "OrderNbr", settings.PageSize, "sales orders", "orders of three days") is { } refusal) return new ListPage.Failed(refusal);
        return new ListPage.Read([.. Records(rows, question.Pair)], Next(index, full ? rows[^1].Text("OrderNbr") : null));
    }

    private static IEnumerable<ListedRecord> Records(IReadOnlyList<EntityRecord> rows, PairDefinition pair) =>
        rows.Where(row => row.Text("ExternalRef").StartsWith($"{pair.StorefrontCode}-", StringComparison.OrdinalIgnoreCase)).Select(row => Record(row, pair));

    private static ListedRecord Record(EntityRecord row, PairDefinition pair)
    {
        var currency = row.Text("CurrencyID");
        return new ListedRecord
        {
            Key = row.Text("ExternalRef"),
            Id = OrderLookup.Id(row).ToString(),
            Number = row.Text("OrderNbr"),
            State = OrderStatus.Of(row) == ErpOrderStatus.Cancelled ? ListedStates.Cancelled : ListedStates.Active,
            Amount = row.Number("OrderTotal") is { } total ? Currencies.Round(total, currency) : null,
            Currency = currency,
            At = row.Date("Date") is { } day ? DaySpan.StartOf(day, pair.TimeZone) : null,
            ChangedAt = row.Moment("LastModified"),
        };
    }

    private EntityQuery Query(DaySpan? days, string type, string after)
    {
        List<string> filters = [Filter.Equal("OrderType", type)];
        if (days is not null) filters.AddRange([Filter.Since("Date", Midnight(days.First)), Filter.Until("Date", Midnight(days.Last))]);
        if (after.Length > 0) filters.Add(Filter.After("OrderNbr", after));
        return new EntityQuery { Filter = Filter.All(filters), Select = Fields, Top = settings.PageSize };
    }

    // Calendar dates are kept as midnight of no zone.
    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private (int Index, string After) Parse(string? cursor) =>
        cursor?.Split('|', 2) is [var at, var after] && int.TryParse(at, CultureInfo.InvariantCulture, out var index) && index < settings.OrderTypes.Count ? (index, after) : (0, "");

    private string? Next(int index, string? after) => after is not null ? $"{index}|{after}" : index + 1 < settings.OrderTypes.Count ? $"{index + 1}|" : null;
}
